import type { Run } from '../../reports/run.ts'
import type { Snapshot } from '../model/snapshot.ts'
import { benchOf } from './bench.ts'
import { has } from './load.ts'
import { judgeAll } from './prove.ts'
import { controls } from './specs.ts'

/** What the controls of today say of the facts of then. */
export interface Again {
  readonly same: number
  /** Ids of controls that say otherwise now, or are no longer there. */
  readonly differ: readonly string[]
}

/**
 * Judges the facts of a run once more. Who changed a verdict is found by that; so is who has changed a spec since, so
 * it is told and refutes nothing. Gives nothing where they cannot be judged with the specs that are here.
 */
export async function judgeAgain(run: Run, snapshot: Snapshot): Promise<Again | undefined> {
  if (!run.profiles.every((profile) => has(`specs/${profile}/profile.ts`))) return undefined
  try {
    const judged = judgeAll(await controls(run.profiles), await benchOf(snapshot))
    const differ = run.verdicts.filter(({ id, verdict }) => judged.get(id)?.verdict !== verdict)
    return { same: run.verdicts.length - differ.length, differ: differ.map(({ id }) => id) }
  } catch {
    // Facts of another time may have another shape.
    return undefined
  }
}
