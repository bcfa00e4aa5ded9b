import type { LabMap, MapNode } from '../../reports/run.ts'
import { isWithin } from '../collectors/scan/addresses.ts'
import type { Inventory } from '../model/inventory.ts'

interface Range {
  readonly name: string
  /** CIDR. */
  readonly range: string
}

/** Machines and guests by the network that their address is in, as the inventory has them. */
export function mapOf(inventory: Inventory): LabMap {
  const nodes = nodesOf(inventory)
  const ranges = rangesOf(inventory)
  const homeOf = ({ address }: MapNode) =>
    ranges.find(({ range }) => address !== undefined && isWithin(address, [range]))?.name
  const elsewhere = nodes.filter((node) => homeOf(node) === undefined)
  return {
    networks: [
      ...ranges.map((range) => ({
        ...range,
        nodes: nodes.filter((node) => homeOf(node) === range.name),
      })),
      { name: ranges.length > 0 ? 'elsewhere' : 'the lab', nodes: elsewhere },
    ].filter((network) => network.nodes.length > 0),
    vantages: inventory.vantages.map(({ name }) => name),
  }
}

function nodesOf({ hosts, guests }: Inventory): readonly MapNode[] {
  const machines = hosts.map(
    ({ name, role, address, vmid }): MapNode => ({
      ...{ name, role, address },
      isGuest: vmid !== undefined || guests.some((guest) => guest.name === name),
    }),
  )
  const others = guests
    .filter(({ vmid, name }) => !hosts.some((host) => host.vmid === vmid || host.name === name))
    .map(
      ({ name, type }): MapNode => ({
        ...{ name, role: type === 'lxc' ? 'container' : 'vm' },
        isGuest: true,
      }),
    )
  return [...machines, ...others]
}

/** Segments before the network as a whole: the narrower one says more. */
function rangesOf({ segments, network }: Inventory): readonly Range[] {
  const vlans = (segments?.vlans ?? []).map(({ name, id, network: range }) => ({
    ...{ name: `${name} (VLAN ${id})`, range },
  }))
  const lan = network ? [{ name: 'LAN', range: network.lan }] : []
  return [...vlans, ...lan.filter(({ range }) => vlans.every((vlan) => vlan.range !== range))]
}
