import { apiCollector } from '../model/collector.ts'
import { list, object, text } from '../model/parse.ts'

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Titles of the dashboards that this token may see. */
    grafanaDashboards: readonly string[]
  }
}

/** @source GET /api/search?type=dash-db of Grafana 9 or later */
export const grafanaDashboards = apiCollector('grafanaDashboards', {
  api: 'grafana',
  read: async (get) =>
    list(await get('/api/search?type=dash-db'), 'dashboards').map((row) =>
      text(object(row, 'a dashboard').title, 'title of a dashboard'),
    ),
})
