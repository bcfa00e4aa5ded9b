import { hostCollector } from '../model/collector.ts'
import { list, object, parseJson, text } from '../model/parse.ts'

/** A way to everywhere that a host knows. */
export interface DefaultRoute {
  readonly family: 4 | 6
  /** Absent when it leads straight into an interface, as into a tunnel. */
  readonly gateway?: string
  readonly device: string
  /** `main`, or a table that rules choose. */
  readonly table: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Default routes of every table and both families. */
    defaultRoutes: readonly DefaultRoute[]
  }
}

/** @source ip-route(8) */
export const defaultRoutes = hostCollector('defaultRoutes', {
  where: ({ role }, { segments, addressing }) =>
    role !== 'vantage' && (segments !== undefined || addressing !== undefined),
  command: 'ip -j -4 route show table all && ip -j -6 route show table all',
  parse: ({ stdout }): readonly DefaultRoute[] => {
    const [four = '', six = ''] = stdout.trim().split('\n')
    return [...defaultsIn(four, 4), ...defaultsIn(six, 6)]
  },
})

/** A half of everything, or all that is routed in public, leads as far as everything. */
const WIDE = ['default', '0.0.0.0/1', '128.0.0.0/1', '::/1', '8000::/1', '2000::/3']

const defaultsIn = (answer: string, family: 4 | 6): readonly DefaultRoute[] =>
  list(parseJson(answer, 'ip route'), 'routes')
    .map((row) => object(row, 'a route'))
    .filter(({ dst, type }) => WIDE.includes(String(dst)) && type !== 'unreachable')
    .map((row) => ({
      family,
      ...(row.gateway === undefined ? {} : { gateway: text(row.gateway, 'gateway') }),
      device: text(row.dev, 'dev of a route'),
      table: row.table === undefined ? 'main' : String(row.table),
    }))
