import type { Census } from '../model/census.ts'
import { apiCollector, type Get } from '../model/collector.ts'
import { list, object, text } from '../model/parse.ts'

/** One query of a panel, and what Grafana gets for it now. */
export interface PanelQuery {
  readonly dashboard: string
  readonly panel: string
  /** As written, e.g. `max(parity_age)`. */
  readonly expression: string
  /** Uid of the data source that it goes to. */
  readonly dataSource: string
  /** Series that it gives; absent when it depends on a choice of the reader, or was refused. */
  readonly rows?: number
  /** Of the newest of them. */
  readonly newestAt?: string
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Every query of every panel to a Prometheus; complete when any dashboard is seen. */
    grafanaPanels: Census<PanelQuery>
  }
}

/**
 * What can be read from Grafana, asked through its own data sources.
 *
 * @source GET /api/search, /api/dashboards/uid/<uid>, /api/datasources/proxy/uid/<uid>/api/v1/query of Grafana 9 or later
 */
export const grafanaPanels = apiCollector('grafanaPanels', {
  api: 'grafana',
  read: async (get): Promise<Census<PanelQuery>> => {
    const found = list(await get('/api/search?type=dash-db'), 'dashboards')
    const items: PanelQuery[] = []
    for (const row of found) {
      const { uid, title } = object(row, 'a dashboard')
      const path = `/api/dashboards/uid/${encodeURIComponent(text(uid, 'uid of a dashboard'))}`
      const { dashboard } = object(await get(path), 'a dashboard')
      const asked = queriesOf(object(dashboard, 'dashboard'), text(title, 'title of a dashboard'))
      for (const query of asked) items.push({ ...query, ...(await answerOf(get, query)) })
    }
    return found.length > 0
      ? { items, complete: true }
      : {
          items,
          complete: false,
          because: 'Grafana shows this token no dashboard: give it the right dashboards:read',
        }
  },
})

type Body = Readonly<Record<string, unknown>>
type Asked = Omit<PanelQuery, 'rows' | 'newestAt'>

/** Panels inside of rows count as well. */
function queriesOf(body: Body, dashboard: string): readonly Asked[] {
  const panels = list(body.panels ?? [], 'panels').map((panel) => object(panel, 'a panel'))
  return panels.flatMap((panel) => [
    ...list(panel.targets ?? [], 'targets').flatMap((target) => {
      const { expr, datasource } = object(target, 'a target')
      const source = datasource ?? panel.datasource
      const { uid } = source ? object(source, 'data source of a panel') : { uid: undefined }
      return typeof expr === 'string' && typeof uid === 'string'
        ? [
            {
              dashboard,
              panel: text(panel.title ?? '', 'title of a panel'),
              expression: expr,
              dataSource: uid,
            },
          ]
        : []
    }),
    ...queriesOf(panel, dashboard),
  ])
}

async function answerOf(
  get: Get,
  { dataSource, expression }: Asked,
): Promise<Pick<PanelQuery, 'rows' | 'newestAt'>> {
  // Grafana itself fills such a name in, by what the reader chose.
  if (/\$\w|\$\{/.test(expression)) return {}
  const path = `/api/datasources/proxy/uid/${encodeURIComponent(dataSource)}/api/v1/query?query=${encodeURIComponent(expression)}`
  const { status, text: body } = await get.raw(path)
  if (status !== 200) return {}
  const { data } = object(JSON.parse(body), 'answer of a data source')
  const rows = list(object(data, 'data of an answer').result, 'rows').map((row) => {
    const [at] = list(object(row, 'a row').value, 'value of a row')
    return Number(at)
  })
  const newest = Math.max(...rows)
  return {
    rows: rows.length,
    ...(Number.isFinite(newest) ? { newestAt: new Date(newest * 1000).toISOString() } : {}),
  }
}
