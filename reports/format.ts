import type { Proof } from './proof.ts'
import type { Run } from './run.ts'

/** What may lie beside a run, for formats that tell more with it. */
export interface Beside {
  /** Earlier runs of the same lab on the same target, oldest first. */
  readonly nights?: readonly Run[]
  /** What the last proof of the same lab showed. */
  readonly proof?: Proof
  /** What lies there and cannot be used, a line each: a report without it says so. */
  readonly unread?: readonly string[]
}

/** One way to tell of a run. `reports/formats/<name>.format.ts` exports it as `format`: it is found by its path. */
export interface Format {
  /** Name of its file in the folder of a run, e.g. `junit.xml`. */
  readonly file: string
  /** The whole file. Pure: it knows what it is given and nothing else, so that equal runs are equal bytes. */
  readonly of: (run: Run, beside?: Beside) => string
}
