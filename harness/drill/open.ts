import { type Lab, openLab } from '../cli/labs.ts'
import type { Target } from '../model/target.ts'
import type { Redact } from '../run/collect.ts'
import { type Verdicts, Watch } from './watch.ts'

/** An interrupt ends the opening. What is open then is needed for the rollback. */
export async function untilOpen<T>(
  signal: AbortSignal,
  open: (opening: AbortSignal) => Promise<T>,
) {
  const opening = new AbortController()
  const stop = () => opening.abort(signal.reason)
  signal.addEventListener('abort', stop)
  if (signal.aborted) stop()
  return await open(opening.signal).finally(() => signal.removeEventListener('abort', stop))
}

/**
 * What every control reads. The lab itself is asked; of a replica its recordings tell, in a fraction of the time.
 */
export async function healthOf(
  lab: Lab,
  targetName: string,
  signal: AbortSignal,
  opened?: { readonly target: Target; readonly redactor: Redact },
): Promise<Verdicts> {
  const isOpen = opened !== undefined && targetName === 'live'
  const asked = isOpen
    ? opened
    : await openLab(lab, targetName === 'live' ? targetName : 'embedded', signal)
  try {
    const watch = new Watch(lab, asked.target, asked.redactor)
    await watch.look([], signal)
    return await watch.everything()
  } finally {
    if (!isOpen) await asked.target[Symbol.asyncDispose]()
  }
}
