import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { connect, type Socket } from 'node:net'
import type { SecureContext } from 'node:tls'
import type { HttpAnswer, HttpProbe } from '../../model/probe.ts'
import { trust } from './certificate.ts'
import { deadline } from './deadline.ts'
import { errorWord } from './errno.ts'
import { type Look, routed } from './look.ts'
import { each } from './pool.ts'
import { shake } from './tls.ts'

/** First bytes of a body that are kept. */
const bodyLimitBytes = 65_536

type Outcome = Omit<HttpAnswer, 'id' | 'tookMs'>

/** One GET per question, without credentials and without following redirects. @throws Unseen when one could not be asked */
export async function getAll(
  asks: readonly HttpProbe[],
  look: Look,
): Promise<readonly HttpAnswer[]> {
  const context = trust(look.ca)
  return each(asks, 32, look.signal, async (ask) => {
    const startedAt = performance.now()
    const outcome = await get(ask, look, context)
    return { id: ask.id, ...outcome, tookMs: Math.round(performance.now() - startedAt) }
  })
}

async function get(ask: HttpProbe, look: Look, context: SecureContext): Promise<Outcome> {
  const url = new URL(ask.url)
  const name = url.hostname.replace(/^\[|\]$/g, '')
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80)
  const at = routed({ address: ask.address ?? name, port }, 'tcp', look)
  if (at === 'filtered') return { error: 'timeout' }
  if (at === 'refused') return { error: 'ECONNREFUSED' }

  const socket = connect({ host: at.address, port: at.port })
  const talk = new Talk(socket, look.replyTimeoutMs)
  try {
    return await talk.within(converse(talk, url, name, context))
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { ...talk.heard, error: errorWord(error, `${at.address} port ${at.port}`) }
  } finally {
    talk.end()
  }
}

/** One conversation: what was heard so far survives a break. */
class Talk {
  heard: Outcome = {}
  readonly socket: Socket
  readonly #expired: Promise<never>
  readonly #limit: { cancel: () => void }

  constructor(socket: Socket, timeoutMs: number) {
    this.socket = socket
    const { promise, reject } = Promise.withResolvers<never>()
    this.#expired = promise
    this.#limit = deadline(timeoutMs, () =>
      reject(Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' })),
    )
  }

  within(work: Promise<Outcome>): Promise<Outcome> {
    return Promise.race([work, this.#expired])
  }

  end() {
    this.#limit.cancel()
    this.socket.on('error', ignoreAfterEnd)
    this.socket.destroy()
  }
}
