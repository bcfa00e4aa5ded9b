import { apiCollector } from '../model/collector.ts'
import { object, text } from '../model/parse.ts'
import { isOn } from './opnsense/rows.ts'

/** What DHCP gives out in a subnet. */
export interface EdgeSubnet {
  readonly subnet: string
  readonly nameServers: readonly string[]
  readonly routers: readonly string[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    edgeSubnets: readonly EdgeSubnet[]
  }
}

/** @source GET /api/kea/dhcpv4/get of OPNsense */
export const edgeSubnets = apiCollector('edgeSubnets', {
  api: 'opnsense',
  read: async (get): Promise<readonly EdgeSubnet[]> => {
    const { dhcpv4 } = object(await get('/api/kea/dhcpv4/get'), 'settings of DHCP')
    const { subnets } = object(dhcpv4, 'dhcpv4')
    const { subnet4 } = object(subnets, 'subnets')
    return Object.values(object(subnet4, 'subnet4')).map((value) => {
      const row = object(value, 'a subnet')
      const subnet = text(row.subnet, 'subnet')
      const options = object(row.option_data, `options of ${subnet}`)
      const chosen = (name: string) =>
        Object.entries(object(options[name], `${name} of ${subnet}`))
          .filter(([, one]) => isOn(object(one, name).selected))
          .map(([address]) => address)
      return { subnet, nameServers: chosen('domain_name_servers'), routers: chosen('routers') }
    })
  },
})
