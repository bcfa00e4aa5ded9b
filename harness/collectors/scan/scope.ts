import type { Host, Inventory, Vantage } from '../../model/inventory.ts'
import { hasPort, type PortRange, parsePorts } from '../../model/ports.ts'

/** One address that a vantage scans, and the host of the inventory that it belongs to. */
export interface Scanned {
  readonly host?: string
  readonly address: string
  /** As the vantage's `tcpPorts`. */
  readonly tcp: string
  readonly udp: readonly number[]
}

/** Where discovery protocols listen: NetBIOS, SNMP, SSDP, WS-Discovery, mDNS, LLMNR, Jellyfin, Plex; and DNS. */
const DISCOVERY = [53, 137, 161, 1900, 3702, 5353, 5355, 7359, 32410, 32412, 32413, 32414]
/** Used where the lab does not say otherwise; the profile's parameters have the same default. */
const WHOLE_RANGE = '1-65535'
const FROM_OUTSIDE =
  '53 67 69 123 137 161 500 1194 1900 3478 4500 5060 5351 5353 7359 32410 34197 41641 51820'

/** What a vantage is to scan: `internet` the public addresses, `tailnet` and `stranger` those in the tailnet, any other the hosts' own and those of the machines that nobody logs in to. */
export function scopeOf(vantage: Vantage, inventory: Inventory): readonly Scanned[] {
  const tcp = vantage.tcpPorts
  if (vantage.name === 'internet') return publicScope(tcp, inventory)
  const judged = inventory.hosts.filter(
    ({ name, role }) => role !== 'vantage' && name !== vantage.from,
  )
  const hosts = judged.flatMap((host) =>
    addressesFor(vantage, host, inventory).map((address) => ({
      host: host.name,
      address,
      tcp,
      udp: DISCOVERY,
    })),
  )
  return [
    ...hosts,
    ...machineScope(vantage, tcp, inventory),
    ...entryScope(vantage, tcp, inventory),
  ]
}

/** The address of a cluster's entry belongs to no machine for good. */
const entryScope = ({ name }: Vantage, tcp: string, { kubernetes }: Inventory) =>
  kubernetes && name !== 'tailnet' && name !== 'stranger'
    ? [{ address: kubernetes.balancer.entry, tcp, udp: DISCOVERY }]
    : []

/** Guests that nobody logs in to, at their own addresses. */
function machineScope(
  { name, from }: Vantage,
  tcp: string,
  { hosts, virtual }: Inventory,
): readonly Scanned[] {
  if (name === 'tailnet' || name === 'stranger') return []
  return (virtual?.machines ?? [])
    .filter(({ address }) => !hosts.some((host) => host.address === address))
    .filter(({ guest }) => guest !== from)
    .map(({ guest, address }) => ({ host: guest, address, tcp, udp: DISCOVERY }))
}

function publicScope(tcp: string, { hosts, network, parameters }: Inventory): readonly Scanned[] {
  const [router, second] = hosts.filter(({ role }) => role === 'router')
  const owner = router && !second ? { host: router.name } : {}
  const words = parameters['p.scan.udp_ports'] ?? FROM_OUTSIDE
  const udp = (Array.isArray(words) ? words : String(words).split(/[\s,]+/)).map(Number)
  const found = [...(network?.wanIpv4 ?? []), ...(network?.wanIpv6 ?? [])]
  return found.map((address) => ({ ...owner, address, tcp, udp }))
}

function addressesFor(vantage: Vantage, host: Host, { hosts }: Inventory): readonly string[] {
  const member = host.tailnetAddress === undefined ? [] : [host.tailnetAddress]
  const own = [host.address, ...(host.alsoAt ?? [])]
  if (vantage.name === 'tailnet' || vantage.name === 'stranger') return member
  const isGuest = hosts.some(({ name, role }) => name === vantage.from && role !== 'vantage')
  return isGuest ? [...own, ...member] : own
}

/** Why these ports are fewer than the lab demands (`p.scan.tcp_ports`, by default all); undefined when they are not. */
export function tooNarrow(vantage: Vantage, { parameters }: Inventory): string | undefined {
  const demanded = String(parameters['p.scan.tcp_ports'] ?? WHOLE_RANGE)
  const tried = parsePorts(vantage.tcpPorts)
  if (every(parsePorts(demanded), (port) => hasPort(tried, port))) return undefined
  return `tcpPorts of vantage ${vantage.name} leave out ports that p.scan.tcp_ports demands (${demanded}): widen them`
}

const every = (ranges: readonly PortRange[], holds: (port: number) => boolean): boolean =>
  ranges.every((range) => {
    const [first, last] = typeof range === 'number' ? [range, range] : range
    for (let port = first; port <= last; port++) if (!holds(port)) return false
    return true
  })
