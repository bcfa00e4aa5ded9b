import { apiCollector } from '../model/collector.ts'
import { list, object, text } from '../model/parse.ts'
import { isOn, rowsOf } from './opnsense/rows.ts'

/** An interface of the edge firewall, as it is now. */
export interface EdgeInterface {
  /** Of the kernel, e.g. `vlan020`. */
  readonly device: string
  readonly name: string
  readonly isUp: boolean
  /** Its tag; absent when it is no VLAN. */
  readonly vlan?: number
  /** IPv4 addresses with prefix. */
  readonly addresses: readonly string[]
  readonly addresses6: readonly string[]
}

/** The edge firewall: what it is, and whether its packet filter works. */
export interface EdgeSystem {
  readonly product: string
  readonly version: string
  /** `Enabled for 12 days 03:04:05`, or `Disabled …`. */
  readonly filter: string
  readonly interfaces: readonly EdgeInterface[]
  /** Names of the services that run. */
  readonly running: readonly string[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    edgeSystem: EdgeSystem
  }
}

/** @source GET /api/core/firmware/status, /api/diagnostics/firewall/pf_statistics/info, /api/interfaces/overview/export, /api/core/service/search of OPNsense */
export const edgeSystem = apiCollector('edgeSystem', {
  api: 'opnsense',
  read: async (get): Promise<EdgeSystem> => {
    const firmware = object(await get('/api/core/firmware/status'), 'firmware status')
    const product = object(firmware.product ?? firmware, 'product')
    const statistics = object(await get('/api/diagnostics/firewall/pf_statistics/info'), 'pf')
    const interfaces = list(await get('/api/interfaces/overview/export'), 'interfaces')
    const services = rowsOf(await get('/api/core/service/search'), '/api/core/service/search')
    return {
      product: text(product.product_id, 'product_id'),
      version: text(product.product_version, 'product_version'),
      filter: text(object(statistics.info, 'info of pf').uptime, 'state of pf'),
      interfaces: interfaces.map(interfaceOf),
      running: services
        .filter(({ running }) => isOn(running))
        .map(({ name }) => text(name, 'name of a service')),
    }
  },
})

function interfaceOf(value: unknown): EdgeInterface {
  const row = object(value, 'an interface')
  const device = text(row.device, 'device of an interface')
  const tag = Number(row.vlan_tag ?? Number.NaN)
  const addressesIn = (from: unknown) =>
    from === undefined || from === null
      ? []
      : list(from, `addresses of ${device}`).map((one) =>
          text(object(one, `an address of ${device}`).ipaddr, `an address of ${device}`),
        )
  return {
    device,
    name: text(row.description, `description of ${device}`),
    isUp: row.status === 'up' && isOn(row.enabled),
    ...(Number.isInteger(tag) && tag > 0 ? { vlan: tag } : {}),
    addresses: addressesIn(row.ipv4),
    addresses6: addressesIn(row.ipv6),
  }
}
