import type { DataOutcome, DrillVerdict } from '../../reports/journal.ts'
import { secondsBetween } from './clock.ts'
import type { PlacedDrill } from './find.ts'
import type { Outage } from './outage.ts'

/** What there is to judge a drill by, once it is over. */
export interface Outcome {
  readonly drill: PlacedDrill
  readonly objectiveSeconds: number
  readonly mayLoseSeconds: number
  readonly disturbedAt?: number
  readonly unsteady: readonly string[]
  readonly outage?: Outage
  readonly data?: DataOutcome
  readonly dataLossSeconds?: number
  /** What could not be carried out, or taken back. */
  readonly trouble: readonly string[]
  readonly isInterrupted: boolean
  readonly stillUnsteady: readonly string[]
}

/** The verdict, and why it is not `recovered`. What went wrong with the drill itself comes before what it showed. */
export function conclude(outcome: Outcome): {
  readonly verdict: DrillVerdict
  readonly because: readonly string[]
} {
  const { unsteady, outage, trouble, isInterrupted, stillUnsteady } = outcome
  const after = stillUnsteady.map((says) => `after the rollback ${says}`)
  if (trouble.length > 0) return { verdict: 'broken', because: [...trouble, ...after] }
  if (isInterrupted) return { verdict: 'interrupted', because: ['somebody stopped it', ...after] }
  if (unsteady.length > 0) return { verdict: 'unsteady', because: unsteady }
  if (after.length > 0) return { verdict: 'broken', because: after }
  if (!outage) return { verdict: 'broken', because: ['nobody looked'] }
  if (outage.unmoved.length > 0)
    return {
      verdict: 'undisturbed',
      because: outage.unmoved.map((id) => `the method did not disturb ${id}`),
    }
  const missed = missedBy(outage, outcome)
  return { verdict: missed.length > 0 ? 'missed' : 'recovered', because: missed }
}

function missedBy(outage: Outage, outcome: Outcome): readonly string[] {
  const { drill, disturbedAt = 0, objectiveSeconds, data, dataLossSeconds = 0 } = outcome
  const { recoveredAt, alertAt, fallen, last, procedureFailed } = outage
  const took = recoveredAt === undefined ? undefined : secondsBetween(disturbedAt, recoveredAt)
  if (procedureFailed !== undefined) return [`the procedure failed: ${procedureFailed}`]
  return [
    ...(took === undefined
      ? [`not well again after ${objectiveSeconds} s`, ...last.map((says) => `still ${says}`)]
      : took > objectiveSeconds
        ? [`well again after ${took} s, and ${objectiveSeconds} s are allowed`]
        : []),
    ...(drill.alert !== undefined && alertAt === undefined
      ? [`nobody was told: ${drill.alert} did not fire`]
      : []),
    ...fallen.map((says) => `had to hold all the while, and did not: ${says}`),
    ...(data && data.files === 0 ? ['there was no file whose loss could be seen'] : []),
    ...(data && data.lostTotal > 0
      ? [
          `${data.lostTotal} of ${data.files} files are gone or differ: ${data.lost.slice(0, 3).join(', ')}`,
        ]
      : []),
    ...(dataLossSeconds > outcome.mayLoseSeconds
      ? [
          `what was written in the last ${dataLossSeconds} s is gone, and ${outcome.mayLoseSeconds} s are allowed`,
        ]
      : []),
  ]
}
