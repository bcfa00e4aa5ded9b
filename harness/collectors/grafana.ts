import type { Census } from '../model/census.ts'
import { apiCollector, type Get } from '../model/collector.ts'
import { flag, list, object, parseJson, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { whereOf } from './prometheus/answer.ts'

export interface Grafana {
  readonly version: string
  /** `ok`, or what is wrong with its own database. */
  readonly database: string
  /** Complete when any is seen: a token that may not read them gets an empty list, not a refusal. */
  readonly dataSources: Census<DataSource>
}

export interface DataSource {
  readonly uid: string
  readonly name: string
  /** `prometheus`, `loki` … */
  readonly type: string
  /** Where Grafana itself reaches it. */
  readonly host: string
  readonly port: number
  readonly isDefault: boolean
  /** What Grafana says when it tries it now: `OK`, `ERROR`. */
  readonly health: string
}

declare module '../model/facts.ts' {
  interface LabFacts {
    grafana: Grafana
  }
}

/** @source GET /api/health, /api/datasources, /api/datasources/uid/<uid>/health of Grafana 9 or later */
export const grafana = apiCollector('grafana', {
  api: 'grafana',
  read: async (get): Promise<Grafana> => {
    const { version, database } = object(await get('/api/health'), 'health of Grafana')
    const items: DataSource[] = []
    for (const row of list(await get('/api/datasources'), 'data sources'))
      items.push(await dataSourceOf(get, object(row, 'a data source')))
    return {
      version: text(version, 'version of Grafana'),
      database: text(database, 'database of Grafana'),
      dataSources:
        items.length > 0
          ? { items, complete: true }
          : {
              items,
              complete: false,
              because:
                'Grafana shows this token no data source: give it the right datasources:read',
            },
    }
  },
})

async function dataSourceOf(get: Get, row: Readonly<Record<string, unknown>>): Promise<DataSource> {
  const uid = text(row.uid, 'uid of a data source')
  const name = text(row.name, 'name of a data source')
  return {
    uid,
    name,
    type: text(row.type, `type of ${name}`),
    ...whereOf(row.url, `url of ${name}`),
    isDefault: flag(row.isDefault, `isDefault of ${name}`),
    health: await healthOf(get, uid, name),
  }
}

/** A sick data source is told by status 400 with a body; any other refusal says nothing about it. */
async function healthOf(get: Get, uid: string, name: string): Promise<string> {
  const path = `/api/datasources/uid/${encodeURIComponent(uid)}/health`
  const { status, text: body } = await get.raw(path)
  if (status === 401 || status === 403)
    throw new Unseen(
      'not permitted',
      `Grafana does not let this token try ${name}: give it the right datasources:query`,
    )
  if (status !== 200 && status !== 400 && status !== 500)
    throw new Unseen('not understood', `Grafana answered ${status} when asked to try ${name}`)
  return text(
    object(parseJson(body, `health of ${name}`), `health of ${name}`).status,
    `health of ${name}`,
  )
}
