import { isIP } from 'node:net'
import { vantageCollector } from '../model/collector.ts'
import type { Inventory } from '../model/inventory.ts'
import { isPlace, nameIn } from './scan/asks-of.ts'

/** What a name resolves to here. No values and no `error`: the resolver says that there are none. */
export interface DnsAnswer {
  readonly name: string
  readonly type: 'A' | 'AAAA' | 'CNAME'
  readonly values: readonly string[]
  /** Why nothing is known, e.g. `ETIMEOUT`. */
  readonly error?: string
}

declare module '../model/facts.ts' {
  interface VantageFacts {
    dnsAnswers: readonly DnsAnswer[]
  }
}

const TYPES = ['A', 'AAAA', 'CNAME'] as const

/**
 * What the vantage's own resolver says about the site's public names and the names of its services.
 *
 * @source DNS
 */
export const dnsAnswers = vantageCollector('dnsAnswers', {
  ask: (vantage, inventory) => {
    const dns = isPlace(vantage, inventory) ? questionsOf(inventory) : []
    return dns.length > 0 ? { dns } : undefined
  },
  parse: (answer, _vantage, inventory) =>
    questionsOf(inventory).flatMap((question) =>
      answer.dns
        .filter(({ name, type }) => name === question.name && type === question.type)
        .slice(0, 1)
        .map(({ values, error }) => ({
          ...question,
          values,
          ...(error === undefined ? {} : { error }),
        })),
    ),
})

function questionsOf({ services, network }: Inventory) {
  const urls = services.flatMap(({ remote, unauthenticated }) =>
    [remote?.url, unauthenticated?.url].filter((url) => url !== undefined),
  )
  const names = [...(network?.domains ?? []), ...urls.map(nameIn)].filter((name) => !isIP(name))
  return [...new Set(names)].flatMap((name) => TYPES.map((type) => ({ name, type })))
}
