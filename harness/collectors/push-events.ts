import { apiCollector } from '../model/collector.ts'
import { newestIn, newestPath } from './loki/newest.ts'

declare module '../model/facts.ts' {
  interface LabFacts {
    /** When ArgoCD was last told of a push, by its own log; absent when that was not within a month. */
    pushEvents: { readonly newestAt?: string }
  }
}

const PATH = newestPath('{namespace="argocd"} |= "Received push event"', '720h')

/** @source GET /loki/api/v1/query_range of the log of argocd-server */
export const pushEvents = apiCollector('pushEvents', {
  api: 'loki',
  read: async (get) => {
    const newest = newestIn(await get(PATH))
    return newest === undefined ? {} : { newestAt: newest.at }
  },
})
