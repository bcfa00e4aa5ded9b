import { apiCollector } from '../model/collector.ts'
import { number, object, text } from '../model/parse.ts'

/** The daemon that runs game servers. */
export interface Wings {
  readonly version: string
  /** Processors of the machine it runs on, as it counts them. */
  readonly processors: number
}

declare module '../model/facts.ts' {
  interface LabFacts {
    wings: Wings
  }
}

/** @source GET /api/system of Wings 1.0 or later, with the token of the node */
export const wings = apiCollector('wings', {
  api: 'wings',
  read: async (get): Promise<Wings> => {
    const system = object(await get('/api/system'), 'system of Wings')
    return {
      version: text(system.version, 'version of Wings'),
      processors: number(system.cpu_count, 'cpu_count of Wings'),
    }
  },
})
