import type { Census } from '../model/census.ts'
import { vantageCollector } from '../model/collector.ts'
import type { Inventory, Vantage } from '../model/inventory.ts'
import { parsePorts } from '../model/ports.ts'
import type { ProbeAnswer, UdpPayload } from '../model/probe.ts'
import { type Scanned, scopeOf, tooNarrow } from './scan/scope.ts'
import { standingOf } from './scan/standing-of.ts'

/** A port that answered. */
export interface OpenPort {
  /** Host of the inventory that has this address, when one does. */
  readonly host?: string
  readonly address: string
  readonly port: number
  readonly protocol: 'tcp' | 'udp'
}

/**
 * What answered, and of what was tried. Complete means: every TCP port that the lab demands was tried on
 * every address, and the look can be believed. Of UDP only what answered is known: silence proves nothing.
 */
export interface OpenPorts extends Census<OpenPort> {
  readonly scanned: readonly Scanned[]
}

declare module '../model/facts.ts' {
  interface VantageFacts {
    openPorts: OpenPorts
  }
}

const PAYLOAD: Readonly<Record<number, UdpPayload>> = {
  53: 'dns',
  123: 'ntp',
  137: 'netbios',
  161: 'snmp',
  1900: 'ssdp',
  5351: 'nat-pmp',
  5353: 'mdns',
}

/**
 * The ports that answer this vantage. A refusal is a closed port, silence a filtered one; neither is listed.
 *
 * @source TCP connects (open is a completed handshake) and UDP payloads of the protocols
 * @unknown the probe could not look
 */
export const openPorts = vantageCollector('openPorts', {
  ask: (vantage, inventory) => {
    const scope = scopeOf(vantage, inventory)
    return {
      tcp: scope.map(({ address, tcp }) => ({ address, ports: parsePorts(tcp) })),
      udp: scope.flatMap(({ address, udp }) =>
        udp.map((port) => ({ address, port, payload: PAYLOAD[port] ?? 'empty' })),
      ),
    }
  },
  parse: (answer, vantage, inventory): OpenPorts => {
    const scanned = scopeOf(vantage, inventory)
    const items = scanned.flatMap((target) => openOf(target, answer))
    const because = incomplete(answer, vantage, inventory, scanned)
    return because === undefined
      ? { items, scanned, complete: true }
      : { items, scanned, complete: false, because }
  },
})

function openOf({ host, address }: Scanned, answer: ProbeAnswer): readonly OpenPort[] {
  const at = { ...(host === undefined ? {} : { host }), address }
  const tcp = new Set(
    answer.tcp.filter((one) => one.address === address).flatMap(({ open }) => open),
  )
  const udp = new Set(
    answer.udp
      .filter((one) => one.address === address && one.state === 'open')
      .map(({ port }) => port),
  )
  return [
    ...[...tcp].sort(rising).map((port) => ({ ...at, port, protocol: 'tcp' as const })),
    ...[...udp].sort(rising).map((port) => ({ ...at, port, protocol: 'udp' as const })),
  ]
}

const rising = (a: number, b: number) => a - b

/** Why what was not seen may be there all the same. */
function incomplete(
  answer: ProbeAnswer,
  vantage: Vantage,
  inventory: Inventory,
  scanned: readonly Scanned[],
): string | undefined {
  const { isWithin, sawPositive, sawNegative } = standingOf(answer, vantage)
  const { positive, negative, name, within } = vantage
  if (!isWithin) return `vantage ${name} has no address in ${within.join(', ')}`
  if (!sawPositive)
    return `${positive.address} port ${positive.port}, which must answer vantage ${name}, did not`
  if (sawNegative)
    return `${negative.address} port ${negative.port}, which must not answer vantage ${name}, did`
  const lost = scanned.find(({ address }) => isOutOfReach(address, answer))
  if (lost) return `vantage ${name} has no way to ${lost.address}: nothing there was looked at`
  return tooNarrow(vantage, inventory)
}

/** Some ports were "unreachable" and none gave an answer: no host or no route, rather than a firewall that says no. */
function isOutOfReach(address: string, answer: ProbeAnswer): boolean {
  const looks = answer.tcp.filter((one) => one.address === address)
  if (looks.length === 0) return true
  const answered = looks.some(({ open, refused }) => open.length + refused > 0)
  return !answered && looks.some(({ unreachable }) => unreachable > 0)
}
