import { createHash } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import ssh2 from 'ssh2'
import type { ProbeAnswer, ProbeRequest } from '../../model/probe.ts'
import { deadline } from './deadline.ts'
import { codeOf, errorWord } from './errno.ts'
import { type Look, routed } from './look.ts'
import { each } from './pool.ts'

type SshAsk = NonNullable<ProbeRequest['ssh']>[number]
type SshAnswer = ProbeAnswer['ssh'][number]
type Heard = { -readonly [Member in 'methods' | 'banner' | 'hostKey']?: SshAnswer[Member] }

/**
 * Which authentication methods each server offers the user, in the server's words; `none` alone means that it lets the user in without any.
 *
 * @throws Unseen when a server could not be tried
 */
export async function offeredMethods(
  asks: readonly SshAsk[],
  look: Look,
): Promise<readonly SshAnswer[]> {
  return each(asks, 32, look.signal, async (ask) => {
    const { address, port } = ask
    return { address, port, ...(await offers(ask, look)) }
  })
}

async function offers(ask: SshAsk, look: Look): Promise<Omit<SshAnswer, 'address' | 'port'>> {
  const at = routed(ask, 'tcp', look)
  if (at === 'filtered') return { error: 'timeout' }
  if (at === 'refused') return { error: 'ECONNREFUSED' }
  const heard: Heard = {}
  const socket = connect({ host: at.address, port: at.port })
  let isConnected = false
  socket.once('connect', () => {
    isConnected = true
  })
  try {
    await knock(socket, ask.user, look.replyTimeoutMs, heard)
    return heard
  } catch (error) {
    if (heard.methods !== undefined) return heard
    if (!(error instanceof Error)) throw error
    return { ...heard, error: wordFor(error, `${at.address} port ${at.port}`, isConnected) }
  } finally {
    socket.destroy()
  }
}

/** Tries the method `none` only: the refusal lists the methods that would do. */
function knock(socket: Socket, user: string, timeoutMs: number, heard: Heard): Promise<void> {
  const client = new ssh2.Client()
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const broken = (code: string) => reject(Object.assign(new Error('no whole answer'), { code }))
  const limit = deadline(timeoutMs, () => broken('ETIMEDOUT'))
  socket.once('data', (first: Buffer) => noteBanner(first, heard))
  client.on('error', reject)
  client.on('close', () => broken('ECONNRESET'))
  client.on('ready', () => {
    heard.methods = ['none']
    resolve()
  })
  client.connect({
    sock: socket,
    username: user,
    readyTimeout: 0,
    hostVerifier: (key: Buffer) => recordHostKey(key, heard),
    authHandler: (left) => {
      // Typed as always present, but null before the first answer.
      if ((left as typeof left | null) === null) return 'none'
      heard.methods = left
      return false
    },
  })
  return promise.finally(() => limit.cancel())
}

/**
 * Goes on with any host key, here and nowhere else: this conversation ends before authentication, so
 * the server is given a user name and nothing that it could abuse, and whoever answers at the address is
 * exactly whom the question is about. The key is kept in the answer, for a judge to compare.
 */
function recordHostKey(key: Buffer, heard: Heard): boolean {
  heard.hostKey = `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`
  return true
}

function noteBanner(first: Buffer, heard: Heard) {
  const line = first
    .toString('latin1')
    .split(/\r?\n/)
    .find((one) => one.startsWith('SSH-'))
  if (line !== undefined) heard.banner = line
}

function wordFor(error: Error, port: string, isConnected: boolean): string {
  const isSystem = 'syscall' in error || ['ETIMEDOUT', 'ECONNRESET'].includes(codeOf(error))
  return isSystem ? errorWord(error, port, isConnected) : 'SSH handshake failed'
}
