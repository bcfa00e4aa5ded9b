import { vantageCollector } from '../model/collector.ts'
import type { Inventory, Vantage } from '../model/inventory.ts'
import { Unseen } from '../model/unseen.ts'
import { isPlace } from './scan/asks-of.ts'

/** Who offers to open ports on request, as seen from a segment. Silence is no proof of absence. */
export interface PortMapping {
  /** Where the devices that answered SSDP describe themselves. */
  readonly ssdp: readonly string[]
  readonly natPmp: boolean
  readonly pcp: boolean
}

declare module '../model/facts.ts' {
  interface VantageFacts {
    portMapping: PortMapping
  }
}

const NOT_BEHIND_THE_ROUTER = ['internet', 'tailnet', 'stranger']

/**
 * Whether UPnP IGD, NAT-PMP or PCP answers in this segment. Asks nobody to map anything.
 *
 * @source SSDP M-SEARCH by multicast and unicast, NAT-PMP (RFC 6886) and PCP (RFC 6887) to the router
 */
export const portMapping = vantageCollector('portMapping', {
  ask: (vantage, inventory) => {
    const gateway = gatewayOf(vantage, inventory)
    return gateway === undefined ? undefined : { igd: { gateway } }
  },
  parse: ({ igd }) => {
    if (!igd) throw new Unseen('not understood', 'the probe did not answer about port mappings')
    return igd
  },
})

function gatewayOf(vantage: Vantage, inventory: Inventory): string | undefined {
  if (NOT_BEHIND_THE_ROUTER.includes(vantage.name) || !isPlace(vantage, inventory)) return undefined
  const vlan = inventory.segments?.vlans.find(({ name }) => name === vantage.name)
  return vlan?.gateway ?? inventory.hosts.find(({ role }) => role === 'router')?.address
}
