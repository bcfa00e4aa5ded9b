/** An accepted violation, with an end. */
export interface Waiver {
  /** Control id. */
  readonly control: string
  /** What the offender must contain: every member given here equals the offender's. */
  readonly offender: Readonly<Record<string, unknown>> | string | number
  readonly because: string
  /** Last day it holds, `YYYY-MM-DD`, at most 180 days ahead. */
  readonly until: string
  readonly acceptedBy: string
}
