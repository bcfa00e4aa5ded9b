import type { ClientChannel } from 'ssh2'
import { Unseen } from '../model/unseen.ts'
import { stopped } from './stopped.ts'

/** What a script said. `truncated` is true when it did not end by itself; `because` then says why. */
export interface Ran {
  readonly stdout: Buffer
  /** At most 16 KiB. */
  readonly stderr: string
  /** Null when the script did not exit by itself. */
  readonly status: number | null
  readonly truncated: boolean
  readonly because?: Unseen
}

/** Who is asked, and within what. `watch` fires at the deadline, when the connection dies, or when the caller gives up. */
export interface Bounds {
  readonly who: string
  readonly maxBytes: number
  readonly watch: AbortSignal
}

/**
 * Feeds a script to a channel and collects what it says until it ends. What was said before a
 * deadline or before the connection broke is kept, and marked as truncated.
 *
 * @throws Unseen `too large` · the reason of `watch` when it is no Unseen, such as an interrupt
 */
export function feed(channel: ClientChannel, script: string, bounds: Bounds): Promise<Ran> {
  const { who, maxBytes, watch } = bounds
  const { promise, resolve, reject } = Promise.withResolvers<Ran>()
  const out = bucket(maxBytes)
  const err = bucket(16 * 1024)
  let status: number | null = null
  const end = (because?: Unseen) => {
    const cut = because ? { status: null, truncated: true, because } : { status, truncated: false }
    resolve({ stdout: out.content(), stderr: err.content().toString('utf8'), ...cut })
  }
  channel.on('data', (chunk: Buffer) => {
    if (!out.add(chunk))
      reject(new Unseen('too large', `${who} answered more than ${maxBytes} bytes`))
  })
  channel.stderr.on('data', (chunk: Buffer) => err.add(chunk))
  channel.on('exit', (code: number | null) => {
    status = code
  })
  channel.on('close', () => {
    const cut = new Unseen('cut short', `${who} ended the answer without an exit status`)
    end(status === null ? cut : undefined)
  })
  // An error of a channel is always followed by its close, which knows whether the status came.
  channel.on('error', () => undefined)

  const stop = () => {
    const why = stopped(watch, who)
    if (why instanceof Unseen) end(why)
    else reject(why)
  }
  watch.addEventListener('abort', stop)
  if (watch.aborted) stop()
  channel.end(script)
  return promise.finally(() => {
    watch.removeEventListener('abort', stop)
    // Closing is what stops the script: its next write meets a closed pipe, and every command has a
    // time limit of its own. A signal could not be sent, as stdin has ended.
    channel.close()
  })
}

/** Keeps what fits; `add` says whether it still does. */
function bucket(maxBytes: number) {
  const chunks: Buffer[] = []
  let bytes = 0
  return {
    add(chunk: Buffer): boolean {
      bytes += chunk.length
      if (bytes <= maxBytes) chunks.push(chunk)
      return bytes <= maxBytes
    },
    content: () => Buffer.concat(chunks),
  }
}
