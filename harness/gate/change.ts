import type { ChangeFile, Prediction } from './prediction.ts'

/** One kind of file that says what somebody means to change: `harness/gate/changes/<name>.ts`. */
export interface Change {
  /** Of the command line, e.g. `--plan <file>`. */
  readonly option: string
  readonly describe: string
  /** What is meant by `FILE@HOST`; without it the file is about the lab as a whole. */
  readonly host?: (host: string, prediction: Prediction) => boolean
  /**
   * Applies what the file says.
   *
   * @throws BadInput when the file is not what it is said to be
   */
  readonly apply: (file: ChangeFile, prediction: Prediction, host: string) => void | Promise<void>
}

/** Declares one kind of change. */
export const change = (about: Change): Change => about
