/** Why something could not be observed. The words a report uses; every transport maps its errors to these. */
export type Reason =
  | 'unreachable'
  | 'refused'
  | 'unauthenticated'
  | 'not permitted'
  | 'timed out'
  | 'too large'
  | 'not understood'
  | 'tool absent'
  | 'cut short'
  | 'not asked'

/**
 * Thrown by transports and parsers when there is nothing to see. The runner turns it into an
 * unknown fact; it never reaches a verdict as anything but `unverifiable`.
 */
export class Unseen extends Error {
  override name = 'Unseen'
  readonly reason: Reason

  constructor(reason: Reason, message: string, options?: ErrorOptions) {
    super(message, options)
    this.reason = reason
  }
}
