import type { Socket } from 'node:dgram'
import type { ProbeAnswer } from '../../model/probe.ts'
import { Unseen } from '../../model/unseen.ts'
import { connectedTo, type Heard, unconnected } from './datagram.ts'
import { deadline } from './deadline.ts'
import { codeOf, stateOf } from './errno.ts'
import { type Endpoint, familyOf, type Look, routed } from './look.ts'
import { gatewaySearches, natPmpRequest, pcpAnnounceHead } from './payloads.ts'

export type IgdAnswer = NonNullable<ProbeAnswer['igd']>

/** Where SSDP devices listen together. */
const everybody: Endpoint = { address: '239.255.255.250', port: 1900 }

/**
 * Asks the segment and its gateway for anything that would open ports: SSDP by multicast and unicast,
 * NAT-PMP and PCP. Nothing is mapped. An error answer is an answer: the protocol is spoken.
 *
 * @throws Unseen when a question could not be sent
 */
export async function askGateway(gateway: string, look: Look): Promise<IgdAnswer> {
  if (familyOf(gateway) !== 4)
    throw new Unseen('not asked', `the gateway ${gateway} has to be given as an IPv4 address`)
  try {
    const [multicast, unicast, natPmp, pcp] = await Promise.all([
      searchAt(everybody, gateway, look),
      searchAt({ address: gateway, port: 1900 }, gateway, look),
      mapping(gateway, look, () => natPmpRequest, isNatPmp),
      mapping(gateway, look, announcement, isPcp),
    ])
    return { ssdp: [...new Set([...multicast, ...unicast])].sort(), natPmp, pcp }
  } catch (error) {
    throw error instanceof Error ? undelivered(error) : error
  }
}

/** Locations of the devices that answered. */
async function searchAt(lab: Endpoint, gateway: string, look: Look): Promise<readonly string[]> {
  const at = routed(lab, 'udp', look)
  if (typeof at === 'string') return []
  const found: string[] = []
  const own = await ownAddressTowards(gateway)
  const socket = await unconnected(4)
  // On the gateway's segment, not on whichever one the default route picks.
  if (lab === everybody) socket.setMulticastInterface(own)
  await gather(socket, look.udpTimeoutMs, {
    send: () => {
      for (const search of gatewaySearches) socket.send(search, at.port, at.address)
    },
    heard: (message, from) => {
      const location = deviceIn(message, from.address)
      if (location !== undefined) found.push(location)
    },
  })
  return found
}

async function mapping(
  gateway: string,
  look: Look,
  request: (own: string) => Buffer,
  isAnswer: (message: Buffer) => boolean,
): Promise<boolean> {
  const at = routed({ address: gateway, port: 5351 }, 'udp', look)
  if (typeof at === 'string') return false
  let answered = false
  const socket = await connectedTo(at)
  const message = request(socket.address().address)
  await gather(socket, look.udpTimeoutMs, {
    send: () => socket.send(message),
    heard: (answer) => {
      answered ||= isAnswer(answer)
    },
  })
  return answered
}

/** Sends three times over the window, as both protocols advise against loss, and listens to its end or a refusal. */
async function gather(
  socket: Socket,
  windowMs: number,
  { send, heard }: { send: () => void; heard: Heard },
): Promise<void> {
  const over = Promise.withResolvers<void>()
  socket.on('message', heard)
  socket.on('error', over.reject)
  const limit = deadline(windowMs, over.resolve)
  const again = [0, windowMs / 4, windowMs / 2].map((ms) => setTimeout(send, ms))
  try {
    await over.promise
  } catch (error) {
    if (!(error instanceof Error) || codeOf(error) !== 'ECONNREFUSED') throw error
  } finally {
    for (const timer of again) clearTimeout(timer)
    limit.cancel()
    socket.close()
  }
}

/** A question that never arrived has no answer, and its silence is no "no". */
function undelivered(error: Error): Error {
  if (error instanceof Unseen) return error
  stateOf(error, 4, 'the gateway by UDP')
  return new Unseen(
    'unreachable',
    `the gateway was asked about port mappings and the question could not be delivered (${codeOf(error)}): check its address in the inventory and the vantage's link`,
    { cause: error },
  )
}

async function ownAddressTowards(gateway: string): Promise<string> {
  const socket = await connectedTo({ address: gateway, port: everybody.port })
  const { address } = socket.address()
  socket.close()
  return address
}

function announcement(own: string): Buffer {
  const mapped = Buffer.concat([Buffer.alloc(10), Buffer.from([0xff, 0xff])])
  return Buffer.concat([pcpAnnounceHead, mapped, Buffer.from(own.split('.').map(Number))])
}

const isNatPmp = (message: Buffer) => message[0] === 0 && message[1] === 128
const isPcp = (message: Buffer) => message[0] === 2 && message[1] === 128

/** Where the device describes itself; its address when it does not say. */
function deviceIn(message: Buffer, from: string): string | undefined {
  const text = message.toString('latin1')
  if (!/^HTTP\/1\.[01] 200/.test(text)) return undefined
  return /^location:[ \t]*(\S+)/im.exec(text)?.[1] ?? from
}
