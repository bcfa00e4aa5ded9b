import { vantageCollector } from '../model/collector.ts'
import type { Inventory } from '../model/inventory.ts'
import type { HttpAnswer } from '../model/probe.ts'

/** How fast a file of a service came. */
export interface Stream {
  readonly service: string
  readonly url: string
  readonly status?: number
  readonly bytes: number
  readonly firstByteMs: number
  /** Of the body alone; absent when too little came to tell. */
  readonly megabitsPerSecond?: number
  /** Why it was not whole, e.g. `timeout`. */
  readonly error?: string
}

declare module '../model/facts.ts' {
  interface VantageFacts {
    /** The declared file of each service that streams, fetched once. */
    streams: readonly Stream[]
  }
}

/** Enough to be no answer from a cache of small things, and soon through. */
const BYTES = 2 * 1024 * 1024

/**
 * Fetches the file that a media service declares for this, from the LAN.
 *
 * @source HTTP(S) from the vantage, timed there
 */
export const streams = vantageCollector('streams', {
  ask: ({ name }, inventory) => {
    const http = name === 'lan' ? probesOf(inventory) : []
    return http.length > 0
      ? { http: http.map(({ id, url }) => ({ id, url, measure: BYTES })) }
      : undefined
  },
  parse: ({ http }, _vantage, inventory) =>
    probesOf(inventory).flatMap(({ id, service, url }) =>
      http.filter((answer) => answer.id === id).map((answer) => streamOf(answer, service, url)),
    ),
})

const probesOf = ({ services }: Inventory) =>
  services.flatMap(({ name, stream }) =>
    stream === undefined ? [] : [{ id: `stream:${name}`, service: name, url: stream }],
  )

function streamOf(answer: HttpAnswer, service: string, url: string): Stream {
  const { status, error, measured } = answer
  const { bytes = 0, firstByteMs = answer.tookMs, bodyMs = 0 } = measured ?? {}
  return {
    service,
    url,
    ...(status === undefined ? {} : { status }),
    ...(error === undefined ? {} : { error }),
    bytes,
    firstByteMs,
    // A millisecond is the least that is told.
    ...(bytes === 0 ? {} : { megabitsPerSecond: (bytes * 8) / 1000 / Math.max(bodyMs, 1) }),
  }
}
