import type { ProbeRequest } from '../../model/probe.ts'
import { Unseen } from '../../model/unseen.ts'

export type TcpAsk = NonNullable<ProbeRequest['tcp']>[number]

/** The ports asked for, ascending, each once. @throws Unseen 'not asked' for none, or for one outside 1 to 65535 */
export function portsOf({ address, ports }: TcpAsk): readonly number[] {
  const asked = new Set<number>()
  for (const range of ports) {
    const [from, to] = typeof range === 'number' ? [range, range] : range
    if (!isPort(from) || !isPort(to) || to < from)
      throw new Unseen('not asked', `cannot scan ports ${from} to ${to} of ${address}`)
    for (let port = from; port <= to; port += 1) asked.add(port)
  }
  if (asked.size === 0) throw new Unseen('not asked', `no port of ${address} was asked for`)
  return [...asked].sort((one, other) => one - other)
}

/** A port number that a connect can be made to. */
function isPort(port: number): boolean {
  return Number.isInteger(port) && port >= 1 && port <= 65_535
}
