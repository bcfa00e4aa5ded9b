import type { ClientChannel } from 'ssh2'
import type { SshAccess } from './ssh.ts'
import { channelFailure, whoOf } from './ssh-errors.ts'
import { stopped } from './stopped.ts'

/** ssh2's callback for a channel. */
export type Opened = (error: Error | undefined, channel: ClientChannel) => void

/**
 * One channel of a connection, once the host has opened it.
 *
 * @param watch ends the wait; its reason is thrown, a deadline as `timed out`
 * @param use is called in the same turn: a fast host says its exit status in the packet that opens the channel
 * @throws Unseen `refused` · `not permitted` · `timed out` · `cut short`
 */
export function openChannel<T>(
  access: SshAccess,
  what: string,
  ask: (done: Opened) => void,
  watch: AbortSignal,
  use: (channel: ClientChannel) => T | Promise<T>,
): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>()
  const stop = () => reject(stopped(watch, whoOf(access)))
  if (watch.aborted) {
    stop()
    return promise
  }
  watch.addEventListener('abort', stop)
  const done: Opened = (error, channel) => {
    watch.removeEventListener('abort', stop)
    if (watch.aborted) channel?.close()
    else if (error) reject(channelFailure(access, what, error))
    else resolve(use(channel))
  }
  try {
    ask(done)
  } catch (error) {
    // ssh2 throws at once when its socket is closed, or when the server is no OpenSSH.
    reject(channelFailure(access, what, error as Error))
  }
  return promise
}
