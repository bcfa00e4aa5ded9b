import { apiCollector } from '../model/collector.ts'
import { list, number, object, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'

/** A managed switch, as it runs. */
export interface SwitchTable {
  readonly version: string
  /** Whether tags mean anything on it. */
  readonly filtersVlans: boolean
  readonly ports: readonly {
    readonly port: string
    readonly isEnabled: boolean
    readonly pvid: number
    /** VLANs that pass with their tag, sorted. */
    readonly tagged: readonly number[]
  }[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    switchTable: SwitchTable
  }
}

const VLANS = '/rest/interface/bridge/vlan'
const PORTS = '/rest/interface/bridge/port'
const ETHERNET = '/rest/interface/ethernet'

/** @source GET /rest/system/resource, /rest/interface/{bridge,bridge/vlan,bridge/port,ethernet} of RouterOS 7 */
export const switchTable = apiCollector('switchTable', {
  api: 'switch',
  read: async (get): Promise<SwitchTable> => {
    const rows = async (path: string) =>
      list(await get(path), path).map((row) => object(row, `a row of ${path}`))
    const resource = object(await get('/rest/system/resource'), 'resources of the switch')
    const bridges = await rows('/rest/interface/bridge')
    const vlans = await rows(VLANS)
    const own = await rows(PORTS)
    const links = await rows(ETHERNET)
    if (own.length === 0) throw new Unseen('not understood', 'the switch shows no port')
    return {
      version: text(resource.version, 'version of the switch'),
      filtersVlans: bridges.length > 0 && bridges.every((it) => it['vlan-filtering'] === 'true'),
      ports: own.map((row) => {
        const port = text(row.interface, 'interface of a port')
        const link = links.find(({ name }) => name === port)
        return {
          port,
          isEnabled: row.disabled !== 'true' && link?.disabled !== 'true',
          pvid: number(row.pvid, `pvid of ${port}`),
          tagged: vlans
            .filter((vlan) =>
              text(vlan['current-tagged'] ?? '', 'current-tagged')
                .split(',')
                .includes(port),
            )
            .map((vlan) => number(vlan['vlan-ids'], 'vlan-ids'))
            .sort((a, b) => a - b),
        }
      }),
    }
  },
})
