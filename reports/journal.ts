import { join } from 'node:path'
import { readValid, writeValid } from './document.ts'
import schema from './journal.schema.json' with { type: 'json' }

/**
 * - `recovered`    well again within its objective, all data there, and well after the rollback
 * - `missed`       not well again, or too late, or data lost, or nobody was told
 * - `undisturbed`  the method broke nothing that it had to: a failed drill
 * - `unsteady`     the lab was not well to begin with: nothing was done to it
 * - `broken`       a step, a look or the rollback could not be carried out
 * - `interrupted`  somebody stopped it
 */
export type DrillVerdict =
  | 'recovered'
  | 'missed'
  | 'undisturbed'
  | 'unsteady'
  | 'broken'
  | 'interrupted'

/** One line of what happened, on our own clock. */
export interface Moment {
  /** ISO 8601 UTC. */
  readonly at: string
  readonly what:
    | 'steady'
    | 'prepared'
    | 'fault'
    | 'disturbed'
    | 'lost'
    | 'alert'
    | 'recovering'
    | 'recovered'
    | 'rolled back'
    | 'trouble'
  readonly says: string
}

/** What became of the data at stake, by digests taken before the disturbance and before the rollback. */
export interface DataOutcome {
  readonly files: number
  /** Paths that are gone or differ; at most 50. */
  readonly lost: readonly string[]
  readonly lostTotal: number
  /** SHA-256 of the sorted manifest, hex. */
  readonly manifestBefore: string
  readonly manifestAfter: string
}

/** One drill, as it was carried out. Times are ISO 8601 UTC on our own clock, which no drill disturbs. */
export interface DrillEntry {
  /** `<profile>/<slug>`. */
  readonly drill: string
  readonly title: string
  readonly statement: string
  /** The defect it was carried out under; absent when there was none. */
  readonly fault?: string
  /** Controls that make up the steady state, by id. */
  readonly steadyState: readonly string[]
  /** Hosts that were written to. */
  readonly hosts: readonly string[]
  readonly startedAt: string
  readonly endedAt: string
  /** Whether every control of the steady state held at the beginning. */
  readonly steadyBefore: boolean
  readonly disturbedAt?: string
  /** End of the look by which everything that had to be lost had been seen lost. */
  readonly lostAt?: string
  /** End of the first look of those that found it well, and kept finding it so. */
  readonly recoveredAt?: string
  readonly recoverySeconds?: number
  readonly objectiveSeconds: number
  readonly recoveredBy?: 'itself' | 'procedure'
  /** Until anybody could know: by a control, or by the alert that the drill names. */
  readonly detectSeconds?: number
  readonly detectedBy?: string
  readonly dataLossSeconds?: number
  readonly data?: DataOutcome
  readonly rollback: 'done' | 'failed' | 'not needed'
  readonly steadyAfter: boolean
  readonly verdict: DrillVerdict
  /** Why, when it did not recover. */
  readonly because: readonly string[]
  readonly timeline: readonly Moment[]
}

/** The drills of one lab, as `journal.json` holds them. */
export interface Journal {
  readonly schema: 'plumbline/journal/1'
  readonly target: string
  readonly lab: string
  readonly drills: readonly DrillEntry[]
  /** Drills that cannot be carried out on this target, and what they wait for. */
  readonly notRun: readonly { readonly drill: string; readonly because: string }[]
}

/**
 * Writes `journal.json` into a folder, whole or not at all; gives its path.
 *
 * @throws Error when the journal does not fit its own schema: that is our bug
 */
export const writeJournal = (journal: Journal, dir: string): Promise<string> =>
  writeValid(journal, schema, join(dir, 'journal.json'))

/** Whether a drill showed what it had to: to recover, or, under its fault, not to. */
export const isAsExpected = ({ fault, verdict, rollback, steadyAfter }: DrillEntry): boolean =>
  rollback === 'done' && steadyAfter && verdict === (fault === undefined ? 'recovered' : 'missed')

/**
 * The drills of a lab, as their folder holds them; none when nobody has drilled it.
 *
 * @throws BadInput when the file is no journal
 */
export async function readJournal(dir: string): Promise<readonly Journal[]> {
  const what = 'no journal of drills: run `plumb drill` again, or remove it'
  const value = await readValid(join(dir, 'journal.json'), schema, what)
  return value === undefined ? [] : [value as Journal]
}
