import { apiCollector } from '../model/collector.ts'
import { flag, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { API, rowsOf } from './proxmox/answer.ts'

/** An interface of a node, as configured and as it is. */
export interface ProxmoxNetwork {
  readonly node: string
  readonly name: string
  /** `eth`, `bridge`, `bond`, `vlan`, `OVSBridge` … */
  readonly type: string
  readonly isActive: boolean
  /** Bridges only: whether VLAN tags mean anything on it. */
  readonly isVlanAware: boolean
  /** Bridges only: the interfaces that are its ports. */
  readonly ports: readonly string[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    proxmoxNetworks: readonly ProxmoxNetwork[]
  }
}

const NODES = `${API}/nodes`

/**
 * Interfaces of every node; the list is shown whole to every user.
 *
 * @source GET /nodes, /nodes/{node}/network
 */
export const proxmoxNetworks = apiCollector('proxmoxNetworks', {
  api: 'proxmox',
  read: async (get): Promise<readonly ProxmoxNetwork[]> => {
    const found: ProxmoxNetwork[] = []
    for (const row of rowsOf(await get(NODES), NODES)) {
      const node = text(row.node, 'name of a node')
      const path = `${API}/nodes/${node}/network`
      for (const one of rowsOf(await get(path), path)) found.push(networkOf(node, one))
    }
    if (found.length === 0)
      throw new Unseen('not permitted', 'no node lists an interface, and each has one at least')
    return found
  },
})

function networkOf(node: string, row: Readonly<Record<string, unknown>>): ProxmoxNetwork {
  const name = text(row.iface, 'name of an interface')
  const isOn = (key: string) => row[key] !== undefined && flag(row[key], `${key} of ${name}`)
  return {
    node,
    name,
    type: text(row.type, `type of ${name}`),
    isActive: isOn('active'),
    isVlanAware: isOn('bridge_vlan_aware'),
    ports:
      row.bridge_ports === undefined
        ? []
        : text(row.bridge_ports, `ports of ${name}`)
            .split(/\s+/)
            .filter((port) => port !== ''),
  }
}
