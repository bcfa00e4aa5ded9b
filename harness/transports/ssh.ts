import type { Duplex } from 'node:stream'
import ssh2, { type ConnectConfig } from 'ssh2'
import { Unseen } from '../model/unseen.ts'
import { type Opened, openChannel } from './ssh-channel.ts'
import { brokenOff, loginFailure, lost, type SshError, sudoRefusal, whoOf } from './ssh-errors.ts'
import { type HostIdentity, hostKeyGuard } from './ssh-host-key.ts'
import { feed, type Ran } from './ssh-run.ts'
import { stopped } from './stopped.ts'

export type { Ran } from './ssh-run.ts'

export interface RunLimits {
  readonly timeoutMs: number
  readonly maxBytes: number
}

/** Everything it takes to log in to one host. */
export interface SshAccess extends HostIdentity {
  readonly user: string
  /** Private key, PEM or OpenSSH format, without passphrase. */
  readonly privateKey?: string
  /** Socket of an agent, asked when there is no `privateKey`. */
  readonly agent?: string
  /** Connection to jump through. */
  readonly jump?: SshConnection
  readonly become: 'sudo' | 'none'
  /** Time for the whole login; default 10 s. */
  readonly loginMs?: number
  /** A host that misses three keepalives in a row is dead; default one every 5 s. */
  readonly keepaliveMs?: number
}

/** One login to one host. */
export interface SshConnection {
  /** Runs a script with `sh -s`, as root with `become: sudo`. @throws Unseen when the host gives nothing */
  run(script: string, limits: RunLimits, signal: AbortSignal): Promise<Ran>
  /** Opens a UNIX socket of the host. */
  streamLocal(path: string): Promise<Duplex>
  /** Opens a TCP connection from the host. */
  forward(address: string, port: number): Promise<Duplex>
  close(): void
}

const loginMs = 10_000

/**
 * Logs in. The host key is always checked, before anything of ours is shown.
 *
 * @throws Unseen `refused` · `unreachable` · `timed out` · `unauthenticated`, both when the host does
 * not accept us and when its key is not the expected one · `cut short` · `not understood`
 */
export async function openSsh(access: SshAccess, signal: AbortSignal): Promise<SshConnection> {
  if (signal.aborted) throw stopped(signal, whoOf(access))
  const guard = hostKeyGuard(access)
  const sock = await access.jump?.forward(access.address, access.port)
  const config = configFor(access, (key) => guard.verify(key))
  if (guard.keyTypes) config.algorithms = { serverHostKey: [...guard.keyTypes] }
  if (sock) config.sock = sock

  const client = new ssh2.Client()
  const death = new AbortController()
  let connected = false
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  client.on('connect', () => {
    connected = true
  })
  client.on('ready', resolve)
  // Kept for the client's whole life: a late error without a listener would end the process.
  client.on('error', (error: SshError) => {
    reject(guard.refusal ?? loginFailure(access, error, connected))
    death.abort(lost(access, error))
  })
  client.on('close', () => {
    reject(guard.refusal ?? brokenOff(access, 'before the login'))
    death.abort(brokenOff(access, 'in the middle'))
  })
  const stop = () => reject(stopped(signal, whoOf(access)))
  signal.addEventListener('abort', stop)
  try {
    client.connect(config)
    // Nagle's algorithm costs 40 ms for each round trip, and a login has several.
    if (!sock) client.setNoDelay(true)
    await promise
    return connection(client, access, death.signal)
  } catch (error) {
    client.destroy()
    throw error
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

function configFor(access: SshAccess, hostVerifier: (key: Buffer) => boolean): ConnectConfig {
  const { address, port, user, privateKey, agent } = access
  const refuse = (what: string) => new Unseen('unauthenticated', `${whoOf(access)}: ${what}`)
  if (!privateKey && !agent)
    throw refuse('no key is given and no agent runs; set `key`, or start an agent')
  const key = privateKey ? ssh2.utils.parseKey(privateKey) : undefined
  if (key && (key instanceof Error || !key.isPrivateKey()))
    throw refuse(`the key given for ${user} is not a private key without passphrase`)
  return {
    host: address,
    port,
    username: user,
    ...(privateKey ? { privateKey } : agent ? { agent } : {}),
    hostVerifier,
    readyTimeout: access.loginMs ?? loginMs,
    keepaliveInterval: access.keepaliveMs ?? 5_000,
    keepaliveCountMax: 3,
  }
}

function connection(client: ssh2.Client, access: SshAccess, death: AbortSignal): SshConnection {
  const stream = (what: string, ask: (done: Opened) => void): Promise<Duplex> => {
    const watch = AbortSignal.any([death, AbortSignal.timeout(access.loginMs ?? loginMs)])
    return openChannel(access, what, ask, watch, (channel) => channel)
  }
  return {
    async run(script, { timeoutMs, maxBytes }, signal) {
      const command = access.become === 'sudo' ? 'sudo -n sh -s' : 'sh -s'
      const watch = AbortSignal.any([signal, death, AbortSignal.timeout(timeoutMs)])
      const exec = (done: Opened) => client.exec(command, done)
      const ran = await openChannel(access, 'a command', exec, watch, (channel) =>
        feed(channel, script, { who: whoOf(access), maxBytes, watch }),
      )
      const refused = sudoRefusal(access, ran.status, ran.stderr)
      if (refused) throw refused
      return ran
    },
    streamLocal: (path) =>
      stream(`the socket ${path}`, (done) => client.openssh_forwardOutStreamLocal(path, done)),
    forward: (address, port) =>
      stream(`a connection to ${address} port ${port}`, (done) =>
        client.forwardOut('127.0.0.1', 0, address, port, done),
      ),
    close() {
      client.end()
      // A host that hangs would keep this process waiting for its half of the goodbye.
      setTimeout(() => client.destroy(), 1_000).unref()
    },
  }
}
