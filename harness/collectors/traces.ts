import { apiCollector } from '../model/collector.ts'
import { list, number, object, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'

/** A trace of a request. */
export interface Trace {
  readonly id: string
  readonly at: string
  /** Services that have a span in it. */
  readonly services: readonly string[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Traces of the last hour, as many as the store shows at first. */
    traces: readonly Trace[]
  }
}

const SEARCH = `/api/search?${new URLSearchParams({ q: '{ }', limit: '20' })}`

/** @source GET /api/search, /api/traces/{id} of Tempo 2; of a span only the name of its service is kept */
export const traces = apiCollector('traces', {
  api: 'tempo',
  read: async (get): Promise<readonly Trace[]> => {
    const found: Trace[] = []
    for (const value of list(object(await get(SEARCH), 'search').traces ?? [], 'traces')) {
      const row = object(value, 'a trace')
      const id = text(row.traceID, 'traceID')
      const batches = list(
        object(await get(`/api/traces/${encodeURIComponent(id)}`), 'a trace').batches,
        'batches',
      )
      found.push({
        id,
        at: new Date(number(row.startTimeUnixNano, 'startTimeUnixNano') / 1e6).toISOString(),
        services: [...new Set(batches.map(serviceOf))],
      })
    }
    if (found.length === 0) throw new Unseen('not permitted', `GET ${SEARCH} shows no trace at all`)
    return found
  },
})

function serviceOf(batch: unknown): string {
  const { attributes } = object(object(batch, 'a batch').resource, 'resource of a batch')
  const named = list(attributes, 'attributes of a resource')
    .map((one) => object(one, 'an attribute'))
    .find(({ key }) => key === 'service.name')
  return text(object(named?.value, 'service.name').stringValue, 'service.name')
}
