import { spawn } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { connect, createServer, type Server } from 'node:net'
import { networkInterfaces } from 'node:os'

/** Whether this machine speaks IPv6 at all: in a container it often does not. */
export const hasIpv6: boolean = Object.values(networkInterfaces()).some((addresses) =>
  addresses?.some(({ address }) => address === '::1'),
)

/** Servers of the tests, all on loopback; each is closed by leaving its scope. */
export interface Serving extends AsyncDisposable {
  readonly port: number
}

/** Starts a TCP server of any kind on a free port. */
export async function serving(server: Server, address = '127.0.0.1', port = 0): Promise<Serving> {
  server.listen(port, address)
  await once(server, 'listening')
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('a server without a port')
  return {
    port: bound.port,
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close')
      server.close()
      await closed
    },
  }
}

/** A TCP port that accepts and says nothing. */
export const listener = (address?: string) =>
  serving(
    createServer((socket) => {
      socket.on('error', () => socket.destroy())
      socket.resume().on('end', () => socket.end())
    }),
    address,
  )

/** A port nobody listens on: it was free a moment ago. */
export async function freePort(address = '127.0.0.1'): Promise<number> {
  await using server = await listener(address)
  return server.port
}

/** A TCP port that answers no SYN: its queue is full and nobody accepts. */
export async function silentPort(): Promise<Serving> {
  const program =
    'import socket,sys\ns=socket.socket()\ns.bind(("127.0.0.1",0))\ns.listen(0)\nprint(s.getsockname()[1],flush=True)\nsys.stdin.read()'
  const holder = spawn('python3', ['-c', program], { stdio: ['pipe', 'pipe', 'inherit'] })
  const [line] = await once(holder.stdout, 'data')
  const port = Number(line)
  const filler = connect(port, '127.0.0.1')
  await once(filler, 'connect')
  return {
    port,
    async [Symbol.asyncDispose]() {
      filler.destroy()
      holder.stdin.end()
      await once(holder, 'close')
    },
  }
}

type Answering = (message: Buffer) => Buffer | undefined

/** A UDP service. `fromElsewhere` answers from another port than it was asked on. */
export async function datagrams(
  answer: Answering,
  { address = '127.0.0.1', port = 0, fromElsewhere = false } = {},
): Promise<Serving> {
  const socket = createSocket(address.includes(':') ? 'udp6' : 'udp4')
  const other = createSocket('udp4')
  socket.on('message', (message, from) => {
    const reply = answer(message)
    if (reply) (fromElsewhere ? other : socket).send(reply, from.port, from.address)
  })
  socket.bind(port, address)
  await once(socket, 'listening')
  return {
    port: socket.address().port,
    async [Symbol.asyncDispose]() {
      socket.close()
      other.close()
    },
  }
}
