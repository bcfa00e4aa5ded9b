import type { DrillRecord } from '../model/drill-record.ts'
import type { Isolation } from '../model/isolation-drill.ts'
import { all, every, same, that } from './quantifiers.ts'

/** Holds when a drill was done lately, and everything was as before when it ended. */
export function doneWithin(record: DrillRecord, ageSeconds: number, longest: number): void {
  const { endedAt, result, scenario } = record
  all(
    () => that(ageSeconds <= longest, 'it was done within the drill period', { scenario, endedAt }),
    () => that(result === 'recovered', 'it ended as it began', { scenario, result }),
  )
}

/** What a drill that takes something away has to show. */
export interface Expected {
  /** Hosts and guests that have to be gone, by name. */
  readonly taken: readonly string[]
  /** Services that must not notice. */
  readonly services: readonly string[]
  /** Times the usual that an answer may take. */
  readonly slowest: number
}

/** Below this an answer is as good as immediate, however much slower it became. */
const FAST_MS = 50

/** Whoever asks more seldom than this misses what somebody at the screen sees. */
const SELDOM_SECONDS = 30

/** Holds when something was really gone, for longer than anybody waits, and no service was the worse for it. */
export function unharmed(found: Isolation, { services, slowest, taken }: Expected): void {
  const { heldSeconds, longestTimeoutSeconds, reachedBefore, silentFrom } = found
  all(
    () => same(found.taken, taken, 'what was taken away'),
    // Nothing was taken away where it had been silent before, or went on answering.
    () =>
      that(
        new Set(reachedBefore).size >= 2 && new Set(silentFrom).size >= 2,
        'it answered before, and no longer did, from two places',
        { reachedBefore, silentFrom },
      ),
    () =>
      that(heldSeconds > longestTimeoutSeconds, 'it was gone for longer than anybody waits', {
        heldSeconds,
        longestTimeoutSeconds,
      }),
    () =>
      same(
        found.services.map(({ service }) => service),
        services,
        'services that were watched',
      ),
    () =>
      every(
        found.services,
        'answered every time, and was asked again and again',
        ({ failures, probes }) => probes * SELDOM_SECONDS >= heldSeconds && failures === 0,
      ),
    () =>
      every(
        found.services,
        'answered about as fast as ever',
        ({ slowestMs, usualMs }) => slowestMs <= Math.max(usualMs, FAST_MS) * slowest,
      ),
  )
}
