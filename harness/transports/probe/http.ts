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
type Heard = { -readonly [Member in keyof Outcome]: Outcome[Member] }

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
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80)
  const at = routed({ address: ask.address ?? nameIn(url), port }, 'tcp', look)
  if (at === 'filtered') return { error: 'timeout' }
  if (at === 'refused') return { error: 'ECONNREFUSED' }

  const heard: Heard = {}
  const socket = connect({ host: at.address, port: at.port })
  const broken = Promise.withResolvers<never>()
  let isConnected = false
  socket.once('connect', () => {
    isConnected = true
  })
  socket.on('error', broken.reject)
  const limit = deadline(look.replyTimeoutMs, () =>
    broken.reject(Object.assign(new Error('no whole answer'), { code: 'ETIMEDOUT' })),
  )
  try {
    await Promise.race([converse(socket, ask, context, heard), broken.promise])
  } catch (error) {
    if (!(error instanceof Error)) throw error
    heard.error = errorWord(error, `${at.address} port ${at.port}`, isConnected)
  } finally {
    limit.cancel()
    socket.destroy()
  }
  return heard
}

/** Fills `heard` step by step: what came before a break is still an answer. */
async function converse(socket: Socket, ask: HttpProbe, context: SecureContext, heard: Heard) {
  const url = new URL(ask.url)
  await once(socket, 'connect')
  const peer = url.protocol === 'https:' ? await shake(socket, nameIn(url), context) : undefined
  if (peer !== undefined) heard.certificate = peer.certificate
  if (peer !== undefined && peer.socket === undefined) {
    heard.error = 'certificate not valid'
    return
  }
  const askedAt = performance.now()
  const response = await answerTo(url, peer?.socket ?? socket, ask.headers)
  const { location, 'content-type': contentType } = response.headers
  if (response.statusCode !== undefined) heard.status = response.statusCode
  if (location !== undefined) heard.location = location
  if (contentType !== undefined) heard.contentType = contentType
  if (ask.measure === undefined) heard.body = await beginningOf(response)
  else await measure(response, ask.measure, askedAt, heard)
}

function answerTo(
  url: URL,
  socket: Socket,
  further: HttpProbe['headers'],
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const headers = {
      Host: url.host,
      'User-Agent': 'plumbline',
      Accept: '*/*',
      'Accept-Encoding': 'identity',
      Connection: 'close',
      ...further,
    }
    request({ createConnection: () => socket, path: `${url.pathname}${url.search}`, headers })
      .on('response', resolve)
      .on('error', reject)
      .end()
  })
}

/** Told after each piece, so that what came before a break or a deadline is known. */
async function measure(
  response: IncomingMessage,
  wanted: number,
  askedAt: number,
  heard: Heard,
): Promise<void> {
  let bytes = 0
  let firstAt = 0
  heard.measured = { bytes, firstByteMs: 0, bodyMs: 0 }
  for await (const chunk of response as AsyncIterable<Buffer>) {
    if (bytes === 0) firstAt = performance.now()
    bytes += chunk.length
    heard.measured = {
      bytes,
      firstByteMs: Math.round(firstAt - askedAt),
      bodyMs: Math.round(performance.now() - firstAt),
    }
    if (bytes >= wanted) break
  }
}

async function beginningOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let sizeBytes = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    sizeBytes += chunk.length
    if (sizeBytes >= bodyLimitBytes) break
  }
  return Buffer.concat(chunks).subarray(0, bodyLimitBytes).toString()
}

/** The URL's host without the brackets of an IPv6 address. */
function nameIn(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '')
}
