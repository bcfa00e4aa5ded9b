import { apiCollector } from '../model/collector.ts'
import { list, object, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { query, vector } from '../transports/prometheus.ts'

declare module '../model/facts.ts' {
  interface LabFacts {
    /** What Grafana itself gets out of its data source for the canary's number, by data source. */
    grafanaCanary: readonly { readonly dataSource: string; readonly values: readonly number[] }[]
  }
}

/** @source GET /api/datasources, /api/datasources/proxy/uid/{uid}/api/v1/query of Grafana 9 or later */
export const grafanaCanary = apiCollector('grafanaCanary', {
  api: 'grafana',
  read: async (get, { segments }) => {
    if (!segments) throw new Unseen('not asked', 'the inventory has no "segments"')
    const found = []
    for (const value of list(await get('/api/datasources'), 'data sources')) {
      const { type, uid } = object(value, 'a data source')
      if (type !== 'prometheus') continue
      const id = text(uid, 'uid of a data source')
      const answer = await get(
        `/api/datasources/proxy/uid/${encodeURIComponent(id)}${query('plumbline_canary')}`,
      )
      found.push({ dataSource: id, values: vector(answer).map((it) => it.value) })
    }
    return found
  },
})
