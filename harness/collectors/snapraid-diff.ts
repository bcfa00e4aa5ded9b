import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { holdsPool } from './snapraid/holder.ts'
import { Tags } from './snapraid/tags.ts'

/** How the disks differ from what parity covers. Damage inside a file does not show here. */
export interface SnapraidDiff {
  readonly equal: number
  readonly added: number
  readonly removed: number
  readonly updated: number
  readonly moved: number
  readonly copied: number
  readonly restored: number
  /** False when a sync is called for, although every count may be 0: after one that was interrupted. */
  readonly isSynced: boolean
  /** Files of which all or part has no parity yet, the one that changed longest ago first; at most 100 of `unprotected`. */
  readonly oldest: readonly { readonly path: string; readonly changedAt: string }[]
  /** How many files those are. */
  readonly unprotected: number
  /** Disks of which everything is gone: not mounted, or emptied. */
  readonly emptied: readonly string[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    snapraidDiff: SnapraidDiff
  }
}

/**
 * Changed files and their ctime, the oldest first. The log writes `\d`, `\n` and `\\` for a colon, a newline
 * and a backslash inside a name; names travel to stat between NULs.
 */
const DATED = [
  `printf '%s\\n' "$o" | awk -F: '/^data:/{sub(/\\/$/,"",$3);d[$2]=$3} /^scan:(add|update|restore|copy):/{k=$3;n=$4;if($2=="copy"){k=$5;n=$6} gsub(/\\\\\\\\/,"\\001",n);gsub(/\\\\d/,":",n);gsub(/\\\\n/,"\\n",n);gsub(/\\001/,"\\\\",n);printf "%s/%s%c",d[k],n,0}'`,
  `xargs -0 -r stat -c 'ctime:%Z:%n'`,
  `grep '^ctime:'`,
  'sort -t: -k2n',
  `awk '{n++; if (n<=100) print} END {print "ctimes:" n+0}'`,
].join(' | ')

/**
 * A scan of the data disks against the content file. Files that have no parity yet are dated by ctime:
 * `cp -p` and rsync keep an old mtime on a new file. It takes the array's lock, so it is unknown while a
 * sync runs.
 *
 * @source snapraid(1) diff; measured with 12.2
 */
export const snapraidDiff = hostCollector('snapraidDiff', {
  where: holdsPool,
  command: `o=$(snapraid -l '>&1' diff); r=$?; printf '%s\\n' "$o" | grep -E '^(summary|msg:fatal):'; ${DATED}; exit $r`,
  exits: [0, 2],
  timeoutSeconds: 540,
  parse: ({ status, stdout }): SnapraidDiff => {
    const tags = new Tags(stdout)
    const count = (name: string) => tags.count(`summary:${name}`)
    const changed = count('added') + count('updated') + count('copied') + count('restored')
    const unprotected = tags.count('ctimes')
    if (unprotected !== changed)
      throw new Unseen(
        'not understood',
        `snapraid diff counts ${changed} files without parity, ${unprotected} could be dated: ask again when nothing writes`,
      )
    const verdict = tags.maybe('summary:exit')
    if (verdict !== 'equal' && verdict !== 'diff' && verdict !== 'unsynced')
      throw new Unseen('not understood', 'snapraid diff ended without its summary')
    return {
      equal: count('equal'),
      added: count('added'),
      removed: count('removed'),
      updated: count('updated'),
      moved: count('moved'),
      copied: count('copied'),
      restored: count('restored'),
      isSynced: status === 0 && verdict === 'equal',
      oldest: tags.all('ctime').map(dated),
      unprotected,
      emptied: tags.fatal.flatMap(
        (line) => /previously present in disk '(.+?)' at/.exec(line)?.[1] ?? [],
      ),
    }
  },
})

function dated(value: string): { path: string; changedAt: string } {
  const [, seconds, path = ''] = /^(\d{1,11}):(.*)$/s.exec(value) ?? []
  if (seconds === undefined) throw new Unseen('not understood', 'a file has no time of change')
  return { path, changedAt: new Date(Number(seconds) * 1000).toISOString() }
}
