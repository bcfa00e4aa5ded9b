import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'

/** Something that a pool remembers of its own past. */
export interface PoolEvent {
  readonly pool: string
  readonly at: string
  /** `scrub` and `resilver` ended by themselves; `clear` set the counters of errors back to 0; `checksum` set how blocks are summed from then on. */
  readonly kind: 'scrub' | 'resilver' | 'clear' | 'checksum'
  /** Errors that the pass met. */
  readonly errors?: number
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Passes that ended, counters that were cleared and checksums that were set, oldest first, as far as the pool's log goes back. */
    poolEvents: readonly PoolEvent[]
  }
}

/** Numbers of the kernel for what a pass is for. */
const KIND: Readonly<Record<string, 'scrub' | 'resilver'>> = { '1': 'scrub', '2': 'resilver' }

/**
 * The pool's own log: the status shows the last pass only, and a resilver takes the place of the scrub there.
 *
 * @source zpool-history(8) -i, OpenZFS 2.0 or later, as root
 */
export const poolEvents = hostCollector('poolEvents', {
  where: ({ name }, { zfs }) => zfs?.host === name,
  timeoutSeconds: 60,
  command:
    'l=$(zpool list -H -o name) || exit; for p in $l; do h=$(TZ=UTC zpool history -i "$p") || exit; echo "pool $p"; printf "%s\\n" "$h" | grep -E "zpool clear|(zfs|zpool) .*checksum|\\] scan (setup|done|aborted|cancelled)" ; done; echo looked',
  parse: ({ stdout }): readonly PoolEvent[] => {
    const lines = stdout.trimEnd().split('\n')
    if (lines.pop() !== 'looked')
      throw new Unseen('cut short', 'the log of the pools did not come to its end')
    const events: PoolEvent[] = []
    let pool = ''
    let pass: 'scrub' | 'resilver' | undefined
    for (const line of lines) {
      const [, named] = /^pool (\S+)$/.exec(line) ?? []
      if (named !== undefined) {
        pool = named
        pass = undefined
        continue
      }
      const [, date, time, what = ''] =
        /^(\d{4}-\d\d-\d\d)\.(\d\d:\d\d:\d\d)(?:\.\d+)? (.*)$/.exec(line) ?? []
      if (date === undefined)
        throw new Unseen('not understood', `the log of ${pool} has a line without a time`)
      const at = new Date(`${date}T${time}Z`).toISOString()
      if (/^zpool clear\b/.test(what)) events.push({ pool, at, kind: 'clear' })
      if (/^(?:zfs|zpool) (?:set|inherit|create)\b.*\bchecksum\b/.test(what))
        events.push({ pool, at, kind: 'checksum' })
      const setup = /\] scan setup\b.*\bfunc=(\d+)/.exec(what)
      if (setup) pass = KIND[setup[1] ?? '']
      if (/\] scan (?:aborted|cancelled)/.test(what)) pass = undefined
      const done = /\] scan done\b.*\berrors=(\d+)/.exec(what)
      if (done && pass !== undefined) {
        events.push({ pool, at, kind: pass, errors: Number(done[1]) })
        pass = undefined
      }
    }
    return events
  },
})
