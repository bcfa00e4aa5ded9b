import { isIP } from 'node:net'
import { vantageCollector } from '../model/collector.ts'
import type { Inventory } from '../model/inventory.ts'
import { Unseen } from '../model/unseen.ts'
import { isPlace, nameIn } from './scan/asks-of.ts'

/** What a name resolves to here. No values: the resolver says that there are none. */
export interface DnsAnswer {
  readonly name: string
  readonly type: 'A' | 'AAAA' | 'CNAME'
  readonly values: readonly string[]
}

declare module '../model/facts.ts' {
  interface VantageFacts {
    dnsAnswers: readonly DnsAnswer[]
  }
}

const TYPES = ['A', 'AAAA', 'CNAME'] as const

/**
 * What the vantage's own resolver says about the site's public names and the names of its services, and of
 * names that its machines and services would have in its domains.
 *
 * @source DNS
 * @unknown one name without an answer: what it leads to may be what is looked for
 */
export const dnsAnswers = vantageCollector('dnsAnswers', {
  ask: (vantage, inventory) => {
    const dns = isPlace(vantage, inventory) ? questionsOf(inventory) : []
    return dns.length > 0 ? { dns } : undefined
  },
  parse: (answer, { name: vantage }, inventory) =>
    questionsOf(inventory).map(({ name, type }) => {
      const found = answer.dns.find((one) => one.name === name && one.type === type)
      if (!found || found.error !== undefined)
        throw new Unseen(
          'timed out',
          `the resolver of vantage ${vantage} did not say what ${name} is (${found?.error ?? 'not asked'})`,
        )
      return { name, type, values: found.values }
    }),
})

/** A name of nobody: who answers it answers every name. */
const NOBODY = 'plumbline-nobody'

function questionsOf({ hosts, services, network }: Inventory) {
  const own = [...hosts.filter(({ role }) => role !== 'vantage'), ...services].map(
    ({ name }) => name,
  )
  const guessed = (network?.domains ?? []).flatMap((domain) =>
    [...own, 'www', NOBODY].map((name) => `${name.toLowerCase()}.${domain}`),
  )
  const urls = services.flatMap(({ remote, unauthenticated }) =>
    [remote?.url, unauthenticated?.url].filter((url) => url !== undefined),
  )
  const names = [...(network?.domains ?? []), ...guessed, ...urls.map(nameIn)].filter(
    (name) => !isIP(name),
  )
  return [...new Set(names)].flatMap((name) => TYPES.map((type) => ({ name, type })))
}
