import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { holdsPool } from './snapraid/holder.ts'
import { Tags } from './snapraid/tags.ts'

/** What the array knows of itself. It is read from the content file: the disks are not looked at. */
export interface SnapraidStatus {
  /** Files under protection; 0 when nothing was ever synchronised. */
  readonly files: number
  readonly blockBytes: number
  /** Blocks of the array in use. */
  readonly blocks: number
  /** Blocks whose parity is not computed: more than 0 after a sync that was interrupted. */
  readonly unsyncedBlocks: number
  /** Blocks never checked since they were written. */
  readonly unscrubbedBlocks: number
  /** Blocks that a scrub or a sync found wrong. */
  readonly badBlocks: number
  /** By disk name: blocks of data on it. */
  readonly blocksByDisk: Readonly<Record<string, number>>
}

declare module '../model/facts.ts' {
  interface HostFacts {
    snapraidStatus: SnapraidStatus
  }
}

const TAGS =
  'summary:(block_size|file_count|has_unsynced|has_unscrubbed|has_bad|disk_block_allocated|exit)|block_count'

/**
 * The array's own account, from the tags of its log: the exit status is 0 whatever state it is in.
 *
 * @source snapraid(1) status; measured with 12.2
 */
export const snapraidStatus = hostCollector('snapraidStatus', {
  where: holdsPool,
  command: `o=$(snapraid -l '>&1' status); r=$?; printf '%s\\n' "$o" | grep -E '^(${TAGS}):'; exit $r`,
  timeoutSeconds: 120,
  parse: ({ stdout }): SnapraidStatus => {
    const tags = new Tags(stdout)
    const bad = /^(\d+):\d+:\d+$/.exec(tags.maybe('summary:has_bad') ?? '')?.[1]
    if (bad === undefined)
      throw new Unseen('not understood', 'snapraid status gave no summary:has_bad')
    const blocks = tags.count('block_count')
    const allocated = tags.all('summary:disk_block_allocated').map(allocation)
    // Without them nobody knows how much parity has to cover.
    if (blocks > 0 && allocated.length === 0)
      throw new Unseen('not understood', 'snapraid status counts the blocks of no disk')
    return {
      files: tags.count('summary:file_count'),
      blockBytes: tags.count('summary:block_size'),
      blocks,
      unsyncedBlocks: tags.count('summary:has_unsynced'),
      unscrubbedBlocks: tags.count('summary:has_unscrubbed'),
      badBlocks: Number(bad),
      blocksByDisk: Object.fromEntries(allocated),
    }
  },
})

function allocation(value: string): [disk: string, blocks: number] {
  const [, disk, blocks] = /^(.+):(\d+)$/.exec(value) ?? []
  if (disk === undefined)
    throw new Unseen('not understood', 'snapraid status counts the blocks of a disk otherwise')
  return [disk, Number(blocks)]
}
