/**
 * - `pass`            the evidence shows the claim holds
 * - `fail`            the evidence shows it does not
 * - `unverifiable`    there is not enough evidence to say; never counted as a pass
 * - `waived`          it fails, and an unexpired waiver accepts every offender
 * - `not-applicable`  the inventory declares its subject absent, with a reason
 */
export type Verdict = 'pass' | 'fail' | 'unverifiable' | 'waived' | 'not-applicable'

/** Thrown when the evidence contradicts the claim. */
export class Violation extends Error {
  override name = 'Violation'
  /** Expected and actual: how Vitest and Allure tell a finding from a crash. */
  readonly expected: string
  readonly actual: unknown
  /** The subjects that speak against the claim, as plain JSON; waivers match on these. */
  readonly offenders: readonly unknown[]

  constructor(message: string, expected: string, offenders: readonly unknown[]) {
    super(message)
    this.expected = expected
    this.offenders = offenders
    this.actual = offenders
  }
}

/** Thrown when a judgement needs a fact nobody could observe. */
export class Unverifiable extends Error {
  override name = 'Unverifiable'
}

/** Thrown when the inventory declares that the control's subject does not exist here. */
export class NotApplicable extends Error {
  override name = 'NotApplicable'
}
