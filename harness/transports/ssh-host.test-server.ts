import { spawn } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { type AddressInfo, connect, type NetConnectOpts, type Socket } from 'node:net'
import ssh2, { type Connection, type ServerChannel } from 'ssh2'
import { fingerprint } from './known-hosts.ts'

/** A key pair as both sides of SSH want it. */
export interface TestKey {
  readonly privateKey: string
  readonly blob: Buffer
  readonly fingerprint: string
  /** A known_hosts line for `names`. */
  line(names: string): string
}

/** A fresh ECDSA key. */
export function testKey(): TestKey {
  const { privateKey: key } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const privateKey = key.export({ type: 'sec1', format: 'pem' }).toString()
  const parsed = ssh2.utils.parseKey(privateKey)
  if (parsed instanceof Error) throw parsed
  const blob = parsed.getPublicSSH()
  const line = (names: string) => `${names} ecdsa-sha2-nistp256 ${blob.toString('base64')}\n`
  return { privateKey, blob, fingerprint: fingerprint(blob), line }
}

export interface TestHost extends AsyncDisposable {
  readonly port: number
  readonly connections: Set<Connection>
  /** Commands, in order. */
  readonly log: string[]
  /** Logins so far. */
  readonly logins: number
}

/** Plays a host on loopback: a real SSH server whose commands run in a real shell, unless `exec` plays them. */
export async function testHost(
  hostKey: TestKey,
  userKey: TestKey,
  exec: (channel: ServerChannel, command: string) => void = shell,
): Promise<TestHost> {
  const connections = new Set<Connection>()
  const log: string[] = []
  let logins = 0
  const server = new ssh2.Server({ hostKeys: [hostKey.privateKey] }, (connection) => {
    connections.add(connection)
    connection.on('ready', () => logins++)
    connection.on('error', (error) => log.push(error.message))
    connection.on('close', () => connections.delete(connection))
    connection.on('authentication', (login) => {
      if (login.method === 'publickey' && login.key.data.equals(userKey.blob)) login.accept()
      else login.reject(['publickey'])
    })
    connection.on('session', (accept) => {
      accept().on('exec', (open, _, { command }) => {
        log.push(command)
        exec(open(), command)
      })
    })
    forwarding(connection)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    port,
    connections,
    log,
    get logins() {
      return logins
    },
    async [Symbol.asyncDispose]() {
      for (const one of connections) socketOf(one).destroy()
      await new Promise((done) => server.close(done))
    },
  }
}

/** The socket under a connection: ssh2 reaches it only from inside. */
export const socketOf = (connection: Connection): Socket =>
  (connection as unknown as { _sock: Socket })._sock

/** Runs a command for real, as sshd does. */
function shell(channel: ServerChannel, command: string): void {
  const child = spawn('sh', ['-c', command])
  child.stdin.on('error', () => channel.close())
  channel.pipe(child.stdin)
  child.stdout.pipe(channel, { end: false })
  child.stderr.pipe(channel.stderr, { end: false })
  channel.on('close', () => child.kill('SIGKILL'))
  child.on('close', (code) => {
    channel.exit(code ?? 255)
    channel.end()
  })
}

type Asked = { destIP: string; destPort: number; socketPath: string }

function forwarding(connection: Connection): void {
  const to = (accept: () => ServerChannel, reject: () => void, target: NetConnectOpts) => {
    const socket = connect(target, () => {
      const channel = accept()
      channel.pipe(socket).pipe(channel)
    })
    socket.on('error', reject)
  }
  connection.on('tcpip', (accept, reject, { destIP, destPort }) =>
    to(accept, reject, { host: destIP, port: destPort }),
  )
  const events: NodeJS.EventEmitter = connection
  events.on('openssh.streamlocal', (accept, reject, { socketPath }: Asked) =>
    to(accept, reject, { path: socketPath }),
  )
}
