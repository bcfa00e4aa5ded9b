import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { list, object, text } from '../model/parse.ts'

/** A game server, as the daemon has it now. */
export interface WingsServer {
  readonly uuid: string
  /** `running`, `starting`, `stopping`, `offline`. */
  readonly state: string
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Complete when any is shown. */
    wingsServers: Census<WingsServer>
  }
}

/** @source GET /api/servers of Wings 1.0 or later, with the token of the node */
export const wingsServers = apiCollector('wingsServers', {
  api: 'wings',
  read: async (get): Promise<Census<WingsServer>> => {
    const items = list(await get('/api/servers'), 'servers of Wings').map((value) => {
      const row = object(value, 'a server of Wings')
      const { uuid } = object(row.configuration, 'configuration of a server')
      return { uuid: text(uuid, 'uuid of a server'), state: text(row.state, 'state of a server') }
    })
    return items.length > 0
      ? { items, complete: true }
      : { items, complete: false, because: 'Wings shows no server at all' }
  },
})
