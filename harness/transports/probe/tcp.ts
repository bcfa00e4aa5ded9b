import { connect, type Socket } from 'node:net'
import type { TcpAnswer, TcpState } from '../../model/probe.ts'
import { deadline } from './deadline.ts'
import { stateOf } from './errno.ts'
import { type Endpoint, familyOf, type Look, routed } from './look.ts'
import { pool } from './pool.ts'
import { portsOf, type TcpAsk } from './ports.ts'

interface Tally {
  readonly address: string
  readonly ports: readonly number[]
  readonly open: number[]
  refused: number
  filtered: number
  unreachable: number
}

/**
 * Connects to every port asked for and hangs up: open is a completed handshake.
 *
 * @throws Unseen when any port could not be tried: a scan with holes is none
 */
export async function scanTcp(asks: readonly TcpAsk[], look: Look): Promise<readonly TcpAnswer[]> {
  const tallies = asks.map(empty)
  await pool(every(tallies), look.concurrency, look.signal, async ({ tally, port }) => {
    const state = await tryPort({ address: tally.address, port }, look)
    if (state === 'open') tally.open.push(port)
    else tally[state] += 1
  })
  return tallies.map(({ ports, open, ...rest }) => ({
    ...rest,
    open: open.sort((one, other) => one - other),
  }))
}

function empty(ask: TcpAsk): Tally {
  familyOf(ask.address)
  const { address } = ask
  return { address, ports: portsOf(ask), open: [], refused: 0, filtered: 0, unreachable: 0 }
}

function* every(tallies: readonly Tally[]): Generator<{ tally: Tally; port: number }> {
  for (const tally of tallies) for (const port of tally.ports) yield { tally, port }
}

async function tryPort(lab: Endpoint, look: Look): Promise<TcpState> {
  const at = routed(lab, 'tcp', look)
  return typeof at === 'string' ? at : handshake(at, look.connectTimeoutMs)
}

function handshake(at: Endpoint, timeoutMs: number): Promise<TcpState> {
  const family = familyOf(at.address)
  return new Promise((resolve, reject) => {
    const socket = connect({ host: at.address, port: at.port, autoSelectFamily: false })
    const settle = (state: TcpState) => {
      limit.cancel()
      socket.destroy()
      resolve(state)
    }
    const limit = deadline(timeoutMs, () => settle('filtered'))
    socket.once('connect', () => settle(isItself(socket) ? 'refused' : 'open'))
    socket.on('error', (error) => {
      try {
        settle(stateOf(error, family, `TCP ${at.address} port ${at.port}`))
      } catch (failure) {
        limit.cancel()
        reject(failure)
      }
    })
  })
}

/** On loopback the kernel may pick the very port we try as our own; TCP then shakes hands with itself, which it can only do where nobody listens. */
export function isItself(socket: Socket): boolean {
  return socket.localPort === socket.remotePort && socket.localAddress === socket.remoteAddress
}
