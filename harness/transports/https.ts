import { Agent } from 'undici'
import type { Get } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { type Answer, asGet } from './https-answer.ts'
import { type Peer, reach } from './https-connect.ts'
import { failure } from './https-errors.ts'
import { stopped } from './stopped.ts'

/** One API and how much it may take. */
export interface HttpAccess extends Omit<Peer, 'url'> {
  /** `https://…`, a base path included; `http://` only without headers, which may hold a secret. */
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  /** For each GET as a whole. */
  readonly timeoutMs: number
  readonly maxBytes: number
  /** Told of every answer, whatever its status. */
  readonly onAnswer?: (told: Told) => void
}

/** What a report needs to say where an answer came from. */
export interface Told {
  readonly source: string
  readonly ask: string
  readonly takenAt: string
  readonly tookMs: number
  readonly bytes: number
  readonly text: string
}

/**
 * A read-only HTTP API: GET only, no redirect is followed, nothing is tried twice.
 *
 * @throws Unseen of every GET: `refused` · `unreachable` · `timed out` · `too large` · `cut short` ·
 * `unauthenticated`, also when the server is not the expected one; see {@link asGet} for the statuses
 */
export async function openHttps(
  access: HttpAccess,
  signal: AbortSignal,
): Promise<Get & AsyncDisposable> {
  const { source, headers = {}, timeoutMs, maxBytes } = access
  const peer = { ...access, url: addressOf(access) }
  const who = `${source} (${peer.url.host})`
  const life = new AbortController()
  let isUp = false
  const agent = new Agent({
    connections: 4,
    maxResponseSize: maxBytes,
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: (_, done) => {
      const up = () => {
        isUp = true
      }
      reach(peer, life.signal, up).then(
        (socket) => done(null, socket),
        (error) => done(error, null),
      )
    },
  })
  const ask = async (path: string, watch: AbortSignal): Promise<Answer> => {
    const { origin, pathname, search } = targetOf(peer, path)
    const asked = { origin, path: pathname + search, method: 'GET', signal: watch } as const
    const response = await agent.request({ ...asked, headers: { accept, ...headers } })
    return answerOf(response.statusCode, response.headers, await response.body.text())
  }

  const fetch = async (path: string): Promise<Answer> => {
    const deadline = AbortSignal.timeout(timeoutMs)
    const watch = AbortSignal.any([signal, deadline])
    const begun = performance.now()
    try {
      const answer = await unlessStopped(watch, () => ask(path, watch))
      tell(access, path, performance.now() - begun, answer.text)
      return answer
    } catch (error) {
      if (!watch.aborted) throw failure(who, error) ?? error
      if (deadline.aborted && !isUp) throw new Unseen('unreachable', `${who} did not answer at all`)
      throw stopped(watch, who)
    }
  }
  const dispose = async () => {
    life.abort()
    await agent.destroy()
  }
  return Object.assign(asGet(source, fetch), { [Symbol.asyncDispose]: dispose })
}

const accept = 'application/json'

/** Undici notices a signal only once it is connected. */
async function unlessStopped<T>(watch: AbortSignal, act: () => Promise<T>): Promise<T> {
  watch.throwIfAborted()
  const { promise, reject } = Promise.withResolvers<never>()
  watch.addEventListener('abort', () => reject(watch.reason), { once: true })
  return await Promise.race([act(), promise])
}

function tell({ source, onAnswer }: HttpAccess, path: string, ms: number, text: string): void {
  const takenAt = new Date().toISOString()
  const bytes = Buffer.byteLength(text)
  onAnswer?.({ source, ask: `GET ${path}`, takenAt, tookMs: Math.round(ms), bytes, text })
}

function addressOf({ source, url, headers = {} }: HttpAccess): URL {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (!parsed || !/^https?:$/.test(parsed.protocol) || parsed.username || parsed.password)
    throw new Unseen('not asked', `${source}: \`url\` is an https:// address without a login in it`)
  if (parsed.protocol === 'http:' && Object.keys(headers).length > 0)
    throw new Unseen(
      'not asked',
      `${source}: the token would cross the network in the clear; use https for ${parsed.host}`,
    )
  return parsed
}

/** The path below the base path of the API, exactly as asked. */
function targetOf({ source, url }: Peer, path: string): URL {
  const target = new URL(url.origin + url.pathname.replace(/\/$/, '') + path)
  if (!path.startsWith('/') || /(^|\/)\.\.?(\/|$)/.test(path.replace(/\?.*/s, '')))
    throw new Unseen('not asked', `${source}: "${path}" is not a path of an API`)
  return target
}

function answerOf(
  status: number,
  headers: Readonly<Record<string, string | string[] | undefined>>,
  text: string,
): Answer {
  const { 'content-type': type, location } = headers
  const moved = location === undefined ? {} : { location: String(location) }
  return { status, contentType: type === undefined ? '' : String(type), text, ...moved }
}
