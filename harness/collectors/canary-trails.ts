import { apiCollector } from '../model/collector.ts'
import { number, object, parseJson, text } from '../model/parse.ts'
import { linesIn, linesPath } from './loki/streams.ts'

/** Something harmless that a job of the lab sent on its way, under an id that no other has. */
export interface Canary {
  readonly id: string
  /** What it was, e.g. `request`, `login`, `attack`, `alarm`. */
  readonly kind: string
  readonly at: string
  /** Status of the answer, where it was a request. */
  readonly status?: number
  /** Name that was asked, where it was a request. */
  readonly name?: string
  /** Whether the answer held the page of the service itself. */
  readonly sawService?: boolean
}

/** A line somewhere else that has the id of a canary in it. */
export interface Track {
  readonly id: string
  readonly job: string
  readonly host: string
  readonly at: string
  /** Status that the line tells of, as nginx and its like write it. */
  readonly status?: number
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Canaries of the last day, the oldest first, and where they left tracks. */
    canaryTrails: { readonly sent: readonly Canary[]; readonly tracks: readonly Track[] }
  }
}

const ID = /plumb-[0-9a-f]{12}/g
const PATH = linesPath('{job=~".+"} |= "plumb-"', '24h')

/**
 * What became of canaries, by the lines that hold their ids. The lines of `{job="canary"}` are the job’s own: JSON
 * with id, kind, and what came back.
 *
 * @source GET /loki/api/v1/query_range; nothing but id, status and time is taken from a line
 */
export const canaryTrails = apiCollector('canaryTrails', {
  api: 'loki',
  read: async (get) => {
    const lines = linesIn(await get(PATH))
    const own = lines.filter(({ labels }) => labels.job === 'canary')
    return {
      sent: own.map(({ at, line }) => canaryOf(line, at)),
      tracks: lines
        .filter(({ labels }) => labels.job !== 'canary')
        .flatMap(({ labels, at, line }) =>
          [...new Set(line.match(ID) ?? [])].map((id) => {
            const status = /" (\d{3}) \d+ /.exec(line)?.[1]
            return {
              id,
              job: labels.job ?? '',
              host: labels.host ?? '',
              at,
              ...(status === undefined ? {} : { status: Number(status) }),
            }
          }),
        ),
    }
  },
})

function canaryOf(line: string, at: string): Canary {
  const row = object(parseJson(line, 'a canary'), 'a canary')
  return {
    id: text(row.id, 'id of a canary'),
    kind: text(row.kind, 'kind of a canary'),
    at,
    ...(row.status === undefined ? {} : { status: number(row.status, 'status of a canary') }),
    ...(row.name === undefined ? {} : { name: text(row.name, 'name of a canary') }),
    ...(row.service === undefined ? {} : { sawService: row.service === true }),
  }
}
