import type { Census } from '../model/census.ts'
import { hostCollector, word } from '../model/collector.ts'
import type { Host, Inventory } from '../model/inventory.ts'
import { number } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { CONNECT, PORTS } from './text/connect.ts'

/** A port of another host that a packet from here came to. */
export interface Reached {
  /** Host it belongs to, by its name in the inventory. */
  readonly to: string
  readonly address: string
  readonly port: number
  /** `refused` is no protection: the packet arrived, and nobody was at home. */
  readonly answer: 'open' | 'refused'
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** TCP ports of all other hosts that answer a connection from inside this one; complete when something did, and every address had a route. */
    reachable: Census<Reached>
  }
}

/**
 * TCP connects from inside, to every address of every other host, LAN and tailnet. Silence of all of
 * them proves nothing, so at least one must answer.
 *
 * @source connect(2) by perl, which every Debian has
 */
export const reachable = hostCollector('reachable', {
  roles: ['compute', 'storage', 'service', 'monitoring'],
  timeoutSeconds: 60,
  command: (host, inventory) => {
    const addresses = targetsOf(host, inventory).map(({ address }) => word(address))
    return `perl -e '${CONNECT}' ${portsOf(inventory).join(',')} ${addresses.join(' ')}`
  },
  parse: ({ stdout }, host, inventory): Census<Reached> => {
    const targets = targetsOf(host, inventory)
    const lines = stdout.split('\n').filter(Boolean)
    const [, tried] = /^tried (\d+)$/.exec(lines.pop() ?? '') ?? []
    if (number(tried, 'connects tried') !== targets.length * portsOf(inventory).length)
      throw new Unseen('cut short', `only ${tried} connects were tried`)
    const met = lines.map((line) => answerOf(line, targets))
    const items = met.flatMap(({ to, address, port, answer }) =>
      answer === 'open' || answer === 'refused' ? [{ to, address, port, answer } as const] : [],
    )
    const unreached = [
      ...new Set(met.flatMap((x) => (x.answer === 'unreachable' ? x.address : []))),
    ]
    if (items.length === 0)
      return { items, complete: false, because: `nothing at all answers ${host.name}` }
    if (unreached.length > 0)
      return {
        items,
        complete: false,
        because: `${host.name} has no way to ${unreached.join(' and ')}`,
      }
    return { items, complete: true }
  },
})

interface At {
  readonly to: string
  readonly address: string
}

const targetsOf = (from: Host, { hosts }: Inventory): readonly At[] =>
  hosts
    .filter(({ name, role }) => role !== 'vantage' && name !== from.name)
    .flatMap(({ name, address, alsoAt = [], tailnetAddress }) =>
      [address, ...alsoAt, ...(tailnetAddress ? [tailnetAddress] : [])].map((at) => ({
        to: name,
        address: at,
      })),
    )

/** Ports that are tried anywhere, and every port the inventory speaks of. */
const portsOf = ({ services, network }: Inventory): readonly number[] =>
  [
    ...new Set([
      ...PORTS,
      ...services.flatMap(({ ports }) => ports),
      ...(network?.flows.flatMap(({ ports }) => ports) ?? []),
    ]),
  ].sort((a, b) => a - b)

function answerOf(line: string, targets: readonly At[]) {
  const [, address, port, answer] = /^(\S+) (\d+) (open|refused|unreachable)$/.exec(line) ?? []
  const target = targets.find((at) => at.address === address)
  if (!target || !answer)
    throw new Unseen('not understood', 'a line about a connect has another form')
  return { ...target, port: Number(port), answer }
}
