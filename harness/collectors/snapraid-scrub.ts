import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { holdsPool } from './snapraid/holder.ts'

/** Blocks that were looked at in the same moment. */
export interface LookedAt {
  /** ISO 8601, on the clock of the storage host. */
  readonly at: string
  readonly blocks: number
  /** Whether a scrub read them again. Otherwise they were only written, by a sync, at that moment. */
  readonly isScrubbed: boolean
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** When the blocks of the array were looked at last, the oldest first; empty before the first sync. */
    snapraidScrub: readonly LookedAt[]
  }
}

/**
 * The moments that SnapRAID keeps per block. Its sentence about them counts whole days, and takes the day of
 * a sync for that of a scrub.
 *
 * @source snapraid(1) status, tags `info_time` of its log; measured with 12.2
 */
export const snapraidScrub = hostCollector('snapraidScrub', {
  where: holdsPool,
  command:
    "o=$(snapraid -l '>&1' status); r=$?; printf '%s\\n' \"$o\" | grep -E '^(info_time|block_count):'; exit $r",
  timeoutSeconds: 120,
  parse: ({ stdout }): readonly LookedAt[] => {
    const lines = stdout.trimEnd().split('\n')
    const blocks = Number(/^block_count:(\d+)$/m.exec(stdout)?.[1] ?? Number.NaN)
    const found = lines.filter((line) => line.startsWith('info_time:')).map(lookedAt)
    // Without them nobody knows when anything was looked at.
    if (Number.isNaN(blocks) || (blocks > 0 && found.length === 0))
      throw new Unseen('not understood', 'snapraid status does not say when blocks were looked at')
    return found.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
  },
})

function lookedAt(line: string): LookedAt {
  const [, seconds, blocks, state] = /^info_time:(\d+):(\d+):(scrubbed|new)$/.exec(line) ?? []
  if (seconds === undefined)
    throw new Unseen('not understood', 'snapraid status tells the time of blocks otherwise')
  return {
    at: new Date(Number(seconds) * 1000).toISOString(),
    blocks: Number(blocks),
    isScrubbed: state === 'scrubbed',
  }
}
