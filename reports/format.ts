import type { Run } from './run.ts'

/** One way to tell of a run. `reports/formats/<name>.format.ts` exports it as `format`: it is found by its path. */
export interface Format {
  /** Name of its file in the folder of a run, e.g. `junit.xml`. */
  readonly file: string
  /** The whole file. Pure: it knows the run and nothing else, so that equal runs are equal bytes. */
  readonly of: (run: Run) => string
}
