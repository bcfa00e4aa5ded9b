import type { Census } from '../model/census.ts'
import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { isOfMachines } from './machines/asked.ts'

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Addresses of the servers that are asked for names in the end; complete when none of them is a relay that keeps its own to itself. */
    resolver: Census<string>
  }
}

const MAGIC_DNS = /^(100\.100\.100\.100|fd7a:115c:a1e0::53)$/

/** @source resolv.conf(5), and that of systemd-resolved(8) where it stands between */
export const resolver = hostCollector('resolver', {
  where: (host, inventory) =>
    host.role === 'monitoring' ||
    isOfMachines(host, inventory) ||
    (host.role !== 'vantage' && inventory.dns !== undefined),
  command:
    'cat /etc/resolv.conf && echo -- && if [ -e /run/systemd/resolve/resolv.conf ]; then cat /run/systemd/resolve/resolv.conf; fi',
  parse: ({ stdout }): Census<string> => {
    const [own = '', beyond] = stdout.split(/^--\n/m)
    if (beyond === undefined) throw new Unseen('cut short', 'resolv.conf is not there as a whole')
    const first = serversIn(own)
    const isLocal = (address: string) => /^127\.|^::1$/.test(address)
    const items = [
      ...new Set([
        ...first.filter((one) => !isLocal(one)),
        ...(first.some(isLocal) ? serversIn(beyond) : []),
      ]),
    ]
    const relay = items.find((address) => MAGIC_DNS.test(address))
    if (first.length === 0) throw new Unseen('not understood', 'resolv.conf names no server')
    if (first.some(isLocal) && serversIn(beyond).length === 0)
      return {
        items,
        complete: false,
        because: 'a resolver on the host itself does not say whom it asks',
      }
    if (relay)
      return {
        items,
        complete: false,
        because: `whom the tailnet asks behind ${relay} is not known here`,
      }
    return { items, complete: true }
  },
})

const serversIn = (text: string): readonly string[] =>
  [...text.matchAll(/^\s*nameserver\s+([^\s%#;]+)/gm)].map(([, address = '']) => address)
