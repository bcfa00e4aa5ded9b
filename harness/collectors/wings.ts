import { apiCollector } from '../model/collector.ts'
import { list, number, object, text } from '../model/parse.ts'

/** The daemon that runs game servers. */
export interface Wings {
  readonly version: string
  /** Processors of the machine it runs on, as it counts them. */
  readonly processors: number
  readonly servers: readonly WingsServer[]
}

export interface WingsServer {
  readonly uuid: string
  /** `running`, `starting`, `stopping`, `offline`. */
  readonly state: string
}

declare module '../model/facts.ts' {
  interface LabFacts {
    wings: Wings
  }
}

/** @source GET /api/system, /api/servers of Wings 1.0 or later, with the token of the node */
export const wings = apiCollector('wings', {
  api: 'wings',
  read: async (get): Promise<Wings> => {
    const system = object(await get('/api/system'), 'system of Wings')
    return {
      version: text(system.version, 'version of Wings'),
      processors: number(system.cpu_count, 'cpu_count of Wings'),
      servers: list(await get('/api/servers'), 'servers of Wings').map((value) => {
        const row = object(value, 'a server of Wings')
        const { uuid } = object(row.configuration, 'configuration of a server')
        return {
          uuid: text(uuid, 'uuid of a server'),
          state: text(row.state, 'state of a server'),
        }
      }),
    }
  },
})
