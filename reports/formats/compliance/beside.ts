import type { Proof } from '../../proof.ts'
import type { Run } from '../../run.ts'

/** What may lie beside a run, and makes its page richer. */
export interface Beside {
  /** Earlier runs of the same lab, oldest first. */
  readonly nights?: readonly Pick<Run, 'startedAt' | 'summary' | 'verdicts'>[]
  /** What the proof of the same lab showed. */
  readonly proof?: Proof
}
