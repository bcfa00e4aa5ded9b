import { apiCollector } from '../model/collector.ts'
import { list, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { API, rowsOf } from './proxmox/answer.ts'
import { addressOf } from './proxmox/parse-config.ts'
import { propertiesOf } from './proxmox/property-string.ts'

/** A name for a PCI device, and which device it means on each node. */
export interface PciMapping {
  readonly id: string
  readonly devices: readonly { readonly node: string; readonly addresses: readonly string[] }[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Mappings the token may see; one that it may not see is left out. */
    pciMappings: readonly PciMapping[]
  }
}

const PATH = `${API}/cluster/mapping/pci`

/** @source GET /cluster/mapping/pci, Mapping.Audit on /mapping/pci to see any */
export const pciMappings = apiCollector('pciMappings', {
  api: 'proxmox',
  read: async (get): Promise<readonly PciMapping[]> =>
    rowsOf(await get(PATH), PATH).map((row) => ({
      id: text(row.id, 'id of a PCI mapping'),
      devices: list(row.map, 'entries of a PCI mapping').map(entryOf),
    })),
})

/** One entry, e.g. `node=pve,path=0000:01:00.0;0000:01:00.1,id=10de:2484,iommugroup=14`. */
function entryOf(entry: unknown): PciMapping['devices'][number] {
  const found = propertiesOf(text(entry, 'an entry of a PCI mapping'), 'node')
  const [node, path] = [found.get('node'), found.get('path')]
  if (node === undefined || path === undefined)
    throw new Unseen('not understood', 'an entry of a PCI mapping has no node or no path')
  return { node, addresses: path.split(';').map(addressOf) }
}
