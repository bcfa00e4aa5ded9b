import { type Action, NothingRecorded, OutOfReach } from '../model/action.ts'
import type { Laboratory, Look } from './laboratory.ts'

/** What came of a change: what was seen under it; nothing, where the hands do not reach; or what went wrong with it. */
export interface Attempt {
  readonly look?: Look
  readonly trouble?: string
  /** The replica has no answer that the change could be made to. */
  readonly isBeside?: boolean
}

/**
 * Makes one change and looks. A change that cannot be made, seen or undone costs its own proof only:
 * the target is given up for a new one, as nothing that is judged on the old one could be believed.
 *
 * @throws Error when no new target can be had, or it is not the healthy one that was
 */
export async function attempt(
  laboratory: Pick<Laboratory, 'under' | 'renew' | 'redact'>,
  action: Action,
  signal: AbortSignal,
): Promise<Attempt> {
  try {
    return { look: await laboratory.under(action) }
  } catch (error) {
    if (error instanceof NothingRecorded) return { isBeside: true }
    if (error instanceof OutOfReach) return {}
    signal.throwIfAborted()
    const message = error instanceof Error ? error.message : String(error)
    const trouble = laboratory.redact(message || 'no reason was given')
    await laboratory.renew(trouble)
    return { trouble }
  }
}
