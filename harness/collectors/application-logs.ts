import { apiCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { newestIn, newestPath } from './loki/newest.ts'

/** What reached the central log store from one namespace. */
export interface ApplicationLog {
  readonly namespace: string
  /** Of its newest line; absent when there was none within a day. */
  readonly newestAt?: string
}

declare module '../model/facts.ts' {
  interface LabFacts {
    applicationLogs: readonly ApplicationLog[]
  }
}

/** @source GET /loki/api/v1/query_range, one line a namespace of an application; no line is kept */
export const applicationLogs = apiCollector('applicationLogs', {
  api: 'loki',
  read: async (get, { kubernetes }): Promise<readonly ApplicationLog[]> => {
    if (!kubernetes) throw new Unseen('not asked', 'the inventory has no "kubernetes"')
    const found: ApplicationLog[] = []
    for (const { namespace } of kubernetes.applications) {
      const newest = newestIn(await get(newestPath(`{namespace="${namespace}"}`, '24h')))
      found.push({ namespace, ...(newest === undefined ? {} : { newestAt: newest.at }) })
    }
    return found
  },
})
