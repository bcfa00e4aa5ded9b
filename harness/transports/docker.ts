import { Agent, type IncomingMessage } from 'node:http'
import { Agent as TlsAgent } from 'node:https'
import type { Duplex } from 'node:stream'
import Docker from 'dockerode'
import type { Get } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { type Answer, asGet } from './https-answer.ts'
import { failure } from './https-errors.ts'
import { stopped } from './stopped.ts'

/** Where an engine listens: a UNIX socket here, TCP with certificates of both sides, or a stream that somebody else opens, such as a socket of a host over SSH. */
export type DockerAccess = (
  | { readonly socketPath: string }
  | {
      readonly host: string
      readonly port: number
      readonly ca: string
      readonly cert: string
      readonly key: string
    }
  | { readonly stream: () => Promise<Duplex> }
) & {
  /** Names the engine in messages; default `Docker`. */
  readonly source?: string
  /** For each GET as a whole; default 20 s. */
  readonly timeoutMs?: number
  /** Default 32 MiB. */
  readonly maxBytes?: number
}

/**
 * The API of a Docker engine, for GETs only: the engine knows no read-only login.
 *
 * @throws Unseen of every GET, as `openHttps` does
 */
export async function openDocker(
  access: DockerAccess,
  signal: AbortSignal,
): Promise<Get & AsyncDisposable> {
  const { source = 'Docker', timeoutMs = 20_000, maxBytes = 32 * 1024 * 1024 } = access
  const { modem } = new Docker(optionsOf(access))
  const fetch = async (path: string): Promise<Answer> => {
    const watch = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)])
    try {
      if (!/^\/[^#\s]*$/.test(path))
        throw new Unseen('not asked', `${source}: no path of an API: ${path}`)
      watch.throwIfAborted()
      const response = await dial(modem, path, watch)
      return await answerOf(response, source, maxBytes)
    } catch (error) {
      throw watch.aborted ? stopped(watch, source) : (failure(source, error) ?? error)
    }
  }
  return Object.assign(asGet(source, fetch), { [Symbol.asyncDispose]: async () => undefined })
}

/** Says everything that the environment (DOCKER_HOST and its like) would say otherwise. The types do not know `agent`. */
function optionsOf(access: DockerAccess): object {
  const unset = { host: undefined, port: undefined, ca: undefined, cert: undefined, key: undefined }
  const keepAlive = false
  if ('socketPath' in access) {
    const { socketPath } = access
    return { ...unset, protocol: 'http', socketPath, agent: new Agent({ keepAlive }) }
  }
  if ('stream' in access)
    return { ...unset, protocol: 'http', host: 'docker.sock', agent: agentOf(access) }
  const { host, port, ca, cert, key } = access
  const agent = new TlsAgent({ keepAlive, maxCachedSessions: 0 })
  return { protocol: 'https', host, port, ca, cert, key, agent }
}

function agentOf({ stream }: { stream: () => Promise<Duplex> }): Agent {
  const agent = new Agent({ keepAlive: false })
  agent.createConnection = (_options, done) => {
    stream().then(
      (opened) => done?.(null, socketLike(opened)),
      (error) => done?.(error, undefined as unknown as Duplex),
    )
    return undefined
  }
  return agent
}

/** An HTTP client sets options of a socket that a forwarded stream does not have. */
function socketLike(stream: Duplex): Duplex {
  const same = () => stream
  const missing = ['setKeepAlive', 'setNoDelay', 'setTimeout', 'ref', 'unref'].filter(
    (method) => !(method in stream),
  )
  return Object.assign(stream, Object.fromEntries(missing.map((method) => [method, same])))
}

const everyStatus = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [i + 100, true]))

function dial(modem: Docker['modem'], path: string, abortSignal: AbortSignal) {
  return new Promise<IncomingMessage>((resolve, reject) => {
    // The modem cuts the last character of a path with a query: it expects a bare question mark there.
    const asked = path.includes('?') ? `${path}?` : path
    modem.dial(
      { path: asked, method: 'GET', isStream: true, statusCodes: everyStatus, abortSignal },
      (error, response) => (error ? reject(error) : resolve(response as IncomingMessage)),
    )
  })
}

async function answerOf(
  response: IncomingMessage,
  source: string,
  maxBytes: number,
): Promise<Answer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > maxBytes)
      throw new Unseen('too large', `${source} answered more than ${maxBytes} bytes`)
    chunks.push(chunk)
  }
  const { statusCode = 0, headers } = response
  const text = Buffer.concat(chunks).toString('utf8')
  return { status: statusCode, contentType: headers['content-type'] ?? '', text }
}
