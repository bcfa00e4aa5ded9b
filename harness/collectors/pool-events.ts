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

/** Of ZFS in user space: what was clean before is not read by a resilver, hence it begins later than with the first transaction. */
const OLD_SETUP = /\[internal pool scrub txg:\d+\] func=\d+ mintxg=(\d+) /
const OLD_DONE = /\[internal pool scrub done txg:\d+\] complete=([01])$/
/** Its log does not count errors. The status does, of the last pass. */
const OLD_STATUS =
  /^ scrub: (?:scrub|resilver) completed after \S+ with (\d+) errors on \w{3} (\w{3}) +(\d+) (\d\d:\d\d:\d\d) (\d{4})$/

/**
 * The pool's own log: the status shows the last pass only, and a resilver takes the place of the scrub there.
 *
 * @source zpool-history(8) -i, OpenZFS 2.0 or later, or zfs-fuse 0.7 and its zpool-status(8), as root
 */
export const poolEvents = hostCollector('poolEvents', {
  where: ({ name }, { zfs }) => zfs?.host === name,
  timeoutSeconds: 60,
  command:
    'l=$(zpool list -H -o name) || exit; for p in $l; do h=$(TZ=UTC zpool history -i "$p") || exit; echo "pool $p"; printf "%s\\n" "$h" | grep -E "zpool clear|(zfs|zpool) .*checksum|\\] scan (setup|done|aborted|cancelled)|\\[internal pool scrub" ; TZ=UTC LC_ALL=C zpool status "$p" | grep -E "^ scrub: (scrub|resilver) completed"; done; echo looked',
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
      const counted = OLD_STATUS.exec(line)
      if (counted) {
        countErrors(events, pool, counted)
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
      const oldSetup = OLD_SETUP.exec(what)
      if (oldSetup) pass = oldSetup[1] === '0' ? 'scrub' : 'resilver'
      const oldDone = OLD_DONE.exec(what)
      if (oldDone?.[1] === '1' && pass !== undefined) events.push({ pool, at, kind: pass })
      if (oldDone) pass = undefined
      const done = /\] scan done\b.*\berrors=(\d+)/.exec(what)
      if (done && pass !== undefined) {
        events.push({ pool, at, kind: pass, errors: Number(done[1]) })
        pass = undefined
      }
    }
    return events
  },
})

/** The log writes a pass down within a moment of when the status says that it ended. */
function countErrors(events: PoolEvent[], pool: string, counted: RegExpExecArray): void {
  const [, errors, month, day, time, year] = counted
  const ended = Date.parse(`${month} ${day} ${time} ${year} UTC`)
  const last = events.findLastIndex(
    (event) => event.pool === pool && (event.kind === 'scrub' || event.kind === 'resilver'),
  )
  const event = events[last]
  if (event && Math.abs(Date.parse(event.at) - ended) <= 2000)
    events[last] = { ...event, errors: Number(errors) }
}
