import { hostCollector } from '../model/collector.ts'
import { flag, list, number, object, parseJson, text } from '../model/parse.ts'
import { isPublic } from './scan/addresses.ts'

/** One address of one network interface. */
export interface Address {
  readonly device: string
  readonly address: string
  readonly family: 4 | 6
  readonly prefixLength: number
  readonly scope: 'global' | 'site' | 'link' | 'host'
  /** Whether the internet routes packets to it: neither private nor shared, ULA or link-local. */
  readonly isPublic: boolean
  /** Whether it is a privacy address that goes away again. */
  readonly isTemporary: boolean
  /** Whether it was lent or made up by itself, and has to be renewed; absent for one that somebody set. */
  readonly isDynamic?: true
  /** Whether the interface has a carrier. */
  readonly isUp: boolean
}

declare module '../model/facts.ts' {
  interface HostFacts {
    addresses: readonly Address[]
  }
}

const SCOPES = ['global', 'site', 'link', 'host'] as const

/**
 * Every address the host has right now, of every interface and both families.
 *
 * @source ip(8) of iproute2 4.14 or later, no privileges needed
 * @unknown ip missing or without JSON
 */
export const addresses = hostCollector('addresses', {
  command: 'ip -j addr',
  parse: ({ stdout }) => addressesIn(stdout),
})

/** What `ip -j addr` printed, of whichever network namespace it was. */
export const addressesIn = (printed: string): readonly Address[] =>
  list(parseJson(printed, 'ip'), 'what ip printed').flatMap(addressesOf)

function addressesOf(value: unknown): readonly Address[] {
  const link = object(value, 'an interface')
  // `ip -j` leaves an empty object where a filter hides an interface.
  if (Object.keys(link).length === 0) return []
  const device = text(link.ifname, 'ifname')
  const isUp = list(link.flags, `flags of ${device}`).includes('LOWER_UP')
  return list(link.addr_info, `addr_info of ${device}`)
    .map((info) => object(info, `address of ${device}`))
    .filter((info) => Object.keys(info).length > 0)
    .map((info) => addressOf(info, device, isUp))
}

function addressOf(
  info: Readonly<Record<string, unknown>>,
  device: string,
  isUp: boolean,
): Address {
  const address = text(info.local, `local address of ${device}`)
  const scope = SCOPES.find((known) => known === info.scope)
  return {
    device,
    address,
    family: text(info.family, `family of ${address}`) === 'inet6' ? 6 : 4,
    prefixLength: number(info.prefixlen, `prefixlen of ${address}`),
    // A scope of the host's own making is as wide as can be.
    scope: scope ?? 'global',
    isPublic: isPublic(address),
    isTemporary: info.temporary === undefined ? false : flag(info.temporary, 'temporary'),
    ...(info.dynamic !== undefined && flag(info.dynamic, 'dynamic') ? { isDynamic: true } : {}),
    isUp,
  }
}
