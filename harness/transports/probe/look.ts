import { isIP } from 'node:net'
import { Unseen } from '../../model/unseen.ts'

/** A socket address. */
export interface Endpoint {
  readonly address: string
  readonly port: number
}

/**
 * Leads a lab address to a socket of a replica. `filtered` and `refused` answer without a socket;
 * undefined is the address itself. Answers always name the lab's address. Web addresses without
 * `address` ask with the name of their URL.
 */
export type Route = (
  address: string,
  port: number,
  protocol: 'tcp' | 'udp',
) => Endpoint | 'filtered' | 'refused' | undefined

/** How to look. */
export interface ProbeOptions {
  readonly signal: AbortSignal
  /** Of one TCP connect of the scan. Default 1500: long enough for one retransmission of the kernel's SYN, sent after 1000. */
  readonly connectTimeoutMs?: number
  /** Of one UDP question, which is sent twice in that time. Default 2000. */
  readonly udpTimeoutMs?: number
  /** Of one HTTP, SSH or DNS answer as a whole. Default 5000. */
  readonly replyTimeoutMs?: number
  /** Sockets of the scan that are open at once. Default 512. */
  readonly concurrency?: number
  readonly route?: Route
  /** PEM of a CA to trust beside the default store. */
  readonly ca?: string
  /** Own addresses to report, given by a replica; default is those of the machine's interfaces. */
  readonly from?: readonly string[]
  /** Name servers, `address` or `address:port`; default is the machine's own. */
  readonly dnsServers?: readonly string[]
}

/** The options with every default in place. */
export type Look = Required<Omit<ProbeOptions, 'ca' | 'from' | 'dnsServers'>> &
  Pick<ProbeOptions, 'ca' | 'dnsServers'>

/** Puts the defaults in place. */
export function look(options: ProbeOptions): Look {
  return {
    connectTimeoutMs: 1500,
    udpTimeoutMs: 2000,
    replyTimeoutMs: 5000,
    concurrency: 512,
    route: () => undefined,
    ...options,
  }
}

/** Where to really connect. */
export function routed(at: Endpoint, protocol: 'tcp' | 'udp', { route }: Look) {
  return route(at.address, at.port, protocol) ?? at
}

/** 4 or 6. @throws Unseen 'not asked' for a name: the scan resolves nothing, so that the answer is about the address asked for. */
export function familyOf(address: string): 4 | 6 {
  const family = isIP(address)
  if (family === 4 || family === 6) return family
  throw new Unseen(
    'not asked',
    `cannot probe "${address}": it is no IP address; give its IPv4 or IPv6 address in the inventory`,
  )
}
