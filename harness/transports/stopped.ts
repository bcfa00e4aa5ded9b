import { Unseen } from '../model/unseen.ts'

/**
 * What to throw once a signal has fired: `timed out` for a deadline (`AbortSignal.timeout`), and the
 * caller's own reason for anything else, such as an interrupt.
 */
export function stopped(signal: AbortSignal, what: string): unknown {
  const reason: unknown = signal.reason
  const isDeadline = reason instanceof DOMException && reason.name === 'TimeoutError'
  return isDeadline ? new Unseen('timed out', `${what} did not answer in the time given`) : reason
}
