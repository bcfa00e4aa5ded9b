import type { Socket } from 'node:dgram'
import type { ProbeAnswer, ProbeRequest } from '../../model/probe.ts'
import { connectedTo, unconnected } from './datagram.ts'
import { deadline } from './deadline.ts'
import { codeOf, stateOf } from './errno.ts'
import { type Endpoint, familyOf, type Look, routed } from './look.ts'
import { payloads } from './payloads.ts'
import { each } from './pool.ts'

type UdpAsk = NonNullable<ProbeRequest['udp']>[number]
type UdpAnswer = ProbeAnswer['udp'][number]

/** At most this many UDP questions at once: routers limit the rate of the refusals they send. */
const atOnce = 32

/**
 * Asks every port in its protocol. A datagram back is open, an ICMP refusal is closed, anything else is `open|filtered`.
 *
 * @throws Unseen when a question could not be asked
 */
export async function askUdp(asks: readonly UdpAsk[], look: Look): Promise<readonly UdpAnswer[]> {
  for (const { address } of asks) familyOf(address)
  return each(asks, atOnce, look.signal, async (ask) => ({
    address: ask.address,
    port: ask.port,
    state: await tryPort(ask, look),
  }))
}

async function tryPort(ask: UdpAsk, look: Look): Promise<UdpAnswer['state']> {
  const at = routed(ask, 'udp', look)
  if (at === 'refused') return 'closed'
  if (at === 'filtered') return 'open|filtered'
  const sockets: Socket[] = []
  try {
    sockets.push(await connectedTo(at))
    // Discovery services may answer from a port of their own, which a connected socket does not hear.
    if (ask.payload === 'ssdp' || ask.payload === 'mdns')
      sockets.push(await unconnected(familyOf(at.address)))
    return await listen(sockets, at, payloads[ask.payload], look.udpTimeoutMs)
  } catch (error) {
    return stateFrom(error, at)
  } finally {
    for (const socket of sockets) socket.close()
  }
}

function listen(
  [connected, open]: readonly Socket[],
  at: Endpoint,
  payload: Buffer,
  timeoutMs: number,
): Promise<UdpAnswer['state']> {
  return new Promise((resolve, reject) => {
    const ask = () => {
      // A refusal of the first datagram may surface while sending the second.
      connected?.send(payload, (error) => error && end(() => reject(error)))
      open?.send(payload, at.port, at.address, (error) => error && end(() => reject(error)))
    }
    const again = setTimeout(ask, timeoutMs / 2)
    const limit = deadline(timeoutMs, () => end(() => resolve('open|filtered')))
    const end = (settle: () => void) => {
      clearTimeout(again)
      limit.cancel()
      settle()
    }
    for (const socket of [connected, open]) socket?.on('error', (error) => end(() => reject(error)))
    connected?.on('message', () => end(() => resolve('open')))
    open?.on('message', (_, from) => from.address === at.address && end(() => resolve('open')))
    ask()
  })
}

function stateFrom(error: unknown, at: Endpoint): UdpAnswer['state'] {
  if (!(error instanceof Error)) throw error
  if (codeOf(error) === 'ECONNREFUSED') return 'closed'
  // Whatever lies between refused to carry it: that tells nothing about the port, so it is not closed.
  stateOf(error, familyOf(at.address), `UDP ${at.address} port ${at.port}`)
  return 'open|filtered'
}
