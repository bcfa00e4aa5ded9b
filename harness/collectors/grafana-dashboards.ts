import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { list, object, text } from '../model/parse.ts'

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Titles of the dashboards that this token may see; complete when it sees any. */
    grafanaDashboards: Census<string>
  }
}

/** @source GET /api/search?type=dash-db of Grafana 9 or later */
export const grafanaDashboards = apiCollector('grafanaDashboards', {
  api: 'grafana',
  read: async (get): Promise<Census<string>> => {
    const items = list(await get('/api/search?type=dash-db'), 'dashboards').map((row) =>
      text(object(row, 'a dashboard').title, 'title of a dashboard'),
    )
    return items.length > 0
      ? { items, complete: true }
      : { items, complete: false, because: 'Grafana shows this token no dashboard' }
  },
})
