import { hostCollector, word } from '../model/collector.ts'
import type { Host, Inventory } from '../model/inventory.ts'
import { list, object, parseJson, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'

/** Somebody on the same segment, as the neighbour table has it. */
export interface OnLink {
  readonly address: string
  readonly device: string
  /** Hardware address; absent when nobody answered for the address. */
  readonly hardware?: string
}

export interface Neighbourhood {
  readonly neighbours: readonly OnLink[]
  /** Own interfaces with a hardware address. */
  readonly own: readonly { readonly device: string; readonly hardware: string }[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** After every machine of the architecture was called once. */
    neighbourhood: Neighbourhood
  }
}

/** @source ping(8), ip(8) of iproute2 */
export const neighbourhood = hostCollector('neighbourhood', {
  where: ({ name, role }, { machines }) =>
    machines !== undefined && (role === 'router' || machines.some(({ host }) => host === name)),
  command: (host, inventory) =>
    `for a in ${othersOf(host, inventory).join(' ')}; do ping -c 1 -W 1 "$a" >/dev/null 2>&1; done; ip -j neigh && ip -j link`,
  parse: ({ stdout }): Neighbourhood => {
    const [first = '', second, ...more] = stdout.trimEnd().split('\n')
    if (second === undefined || more.length > 0)
      throw new Unseen('cut short', 'ip printed no neighbours, or no interfaces')
    return {
      neighbours: rows(first, 'a neighbour').map((row) => ({
        address: text(row.dst, 'dst of a neighbour'),
        device: text(row.dev, 'dev of a neighbour'),
        ...(row.lladdr === undefined || isUnanswered(row.state)
          ? {}
          : { hardware: text(row.lladdr, 'lladdr of a neighbour').toLowerCase() }),
      })),
      own: rows(second, 'an interface')
        .filter(({ link_type: type }) => type === 'ether')
        .map((row) => ({
          device: text(row.ifname, 'ifname'),
          hardware: text(row.address, 'address of an interface').toLowerCase(),
        })),
    }
  },
})

const rows = (line: string, what: string) =>
  list(parseJson(line, 'ip'), 'what ip printed')
    .map((row) => object(row, what))
    .filter((row) => Object.keys(row).length > 0)

const isUnanswered = (state: unknown): boolean =>
  Array.isArray(state) && (state.includes('FAILED') || state.includes('INCOMPLETE'))

const othersOf = (own: Host, { hosts, machines = [] }: Inventory): readonly string[] =>
  hosts
    .filter(({ name }) => name !== own.name && machines.some(({ host }) => host === name))
    .map(({ address }) => word(address))
