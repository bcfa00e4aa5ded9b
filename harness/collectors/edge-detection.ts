import { apiCollector } from '../model/collector.ts'
import { object, text } from '../model/parse.ts'
import { isOn } from './opnsense/rows.ts'

/** Intrusion detection at the edge. */
export interface EdgeDetection {
  /** `running`, `stopped`, `disabled`, `unknown`. */
  readonly status: string
  readonly isEnabled: boolean
  /** Whether it stands in the way of packets, and can drop them. */
  readonly isInline: boolean
  /** Names of the interfaces that it watches, as OPNsense calls them. */
  readonly interfaces: readonly string[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    edgeDetection: EdgeDetection
  }
}

/** @source GET /api/ids/service/status, /api/ids/settings/get of OPNsense */
export const edgeDetection = apiCollector('edgeDetection', {
  api: 'opnsense',
  read: async (get): Promise<EdgeDetection> => {
    const { status } = object(await get('/api/ids/service/status'), 'status of the IDS')
    const { ids } = object(await get('/api/ids/settings/get'), 'settings of the IDS')
    const general = object(object(ids, 'ids').general, 'general settings of the IDS')
    const interfaces = Object.entries(object(general.interfaces, 'interfaces of the IDS'))
    return {
      status: text(status, 'status of the IDS'),
      isEnabled: isOn(general.enabled),
      isInline: isOn(general.ips),
      interfaces: interfaces
        .filter(([, value]) => isOn(object(value, 'an interface').selected))
        .map(([name]) => name),
    }
  },
})
