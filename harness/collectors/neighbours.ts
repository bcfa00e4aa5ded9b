import { hostCollector } from '../model/collector.ts'
import { list, object, parseJson, text } from '../model/parse.ts'

/** Who answers for an address on a link, as the kernel found out by asking (ARP, NDP). */
export interface Neighbour {
  readonly address: string
  readonly device: string
  /** Lower case; absent when nobody answered. */
  readonly mac?: string
  /** `REACHABLE`, `STALE`, `FAILED` … */
  readonly state: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    neighbours: readonly Neighbour[]
  }
}

/** @source ip-neighbour(8) */
export const neighbours = hostCollector('neighbours', {
  where: ({ role }, { placement }) => placement !== undefined && role === 'router',
  command: 'ip -j neigh show',
  parse: ({ stdout }): readonly Neighbour[] =>
    list(parseJson(stdout, 'ip neigh'), 'ip neigh').map((value) => {
      const row = object(value, 'a neighbour')
      const address = text(row.dst, 'dst of a neighbour')
      return {
        address,
        device: text(row.dev, `dev of ${address}`),
        ...(row.lladdr === undefined
          ? {}
          : { mac: text(row.lladdr, `lladdr of ${address}`).toLowerCase() }),
        state: list(row.state, `state of ${address}`)
          .map((one) => text(one, `state of ${address}`))
          .join(' '),
      }
    }),
})
