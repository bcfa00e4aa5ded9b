import { apiCollector } from '../model/collector.ts'
import { list, number, object, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'

/** Something that sends traces, and when its newest one began. */
export interface TracedService {
  readonly name: string
  /** Absent when none of the last day is kept. */
  readonly newestAt?: string
}

declare module '../model/facts.ts' {
  interface LabFacts {
    tracedServices: readonly TracedService[]
  }
}

const SERVICES = '/api/services'

/** @source GET /api/services, /api/traces?service=… of Jaeger; names and times of spans only */
export const tracedServices = apiCollector('tracedServices', {
  api: 'tracing',
  read: async (get): Promise<readonly TracedService[]> => {
    const names = list(object(await get(SERVICES), 'services').data ?? [], 'services').map((name) =>
      text(name, 'name of a service'),
    )
    // It traces itself: without any service, nothing is shown to us.
    if (names.length === 0) throw new Unseen('not permitted', `GET ${SERVICES} lists no service`)
    const services: TracedService[] = []
    for (const name of names.toSorted()) {
      const path = `/api/traces?service=${encodeURIComponent(name)}&lookback=24h&limit=1`
      const traces = list(object(await get(path), 'traces').data ?? [], 'traces')
      const starts = traces.flatMap((trace) =>
        list(object(trace, 'a trace').spans, 'spans').map((span) =>
          number(object(span, 'a span').startTime, 'startTime of a span'),
        ),
      )
      services.push({
        name,
        ...(starts.length === 0
          ? {}
          : { newestAt: new Date(Math.max(...starts) / 1000).toISOString() }),
      })
    }
    return services
  },
})
