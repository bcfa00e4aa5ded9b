import { guard } from '../judge/guard.ts'
import type { Inventory, Vantage } from '../model/inventory.ts'
import { Violation } from '../model/verdict.ts'

const LOOKS = [
  'openPorts',
  'webAnswers',
  'gatewayPages',
  'cloudStatus',
  'vaultStatus',
  'sshMethods',
  'portMapping',
  'dnsAnswers',
  'funnelNames',
  'podLooks',
  'entryAnswers',
]

/** Looks that the machine of a vantage takes with tools of its own: facts of that host. */
const LOOKS_OF_HOSTS = ['doorTries', 'nameAnswers', 'tlsOffers']

/** The vantage that a look is taken from. A host that looks for itself, and is none, is judged by its own guards. */
const vantagesOf = ({ vantages }: Inventory, fact: string, subject: string): readonly Vantage[] =>
  vantages.filter(({ name, from }) => (LOOKS_OF_HOSTS.includes(fact) ? from : name) === subject)

/** What is seen from another place than the one that was meant says nothing. */
export const vantagePlace = guard({
  name: 'vantage-place',
  says: 'the vantage stands where it should, and does not see what only another place would see',
  covers: (fact) => LOOKS.includes(fact) || LOOKS_OF_HOSTS.includes(fact),
  holds: ({ vantage, inventory }, subject, fact) => {
    for (const { name, negative } of vantagesOf(inventory, fact, subject)) {
      const { from, isWithin, sawNegative } = vantage(name).standing
      if (!isWithin)
        object(`none of its addresses (${from.join(', ') || 'it has none'}) lies in its networks`)
      if (sawNegative)
        object(`${negative.address} port ${negative.port} answered: it stands somewhere else`)
    }
  },
})

/**
 * A vantage without a link would find everything closed. `openPorts` is a census and says so itself:
 * what it did see counts, what it did not see does not.
 */
export const vantageControl = guard({
  name: 'vantage-control',
  says: 'the vantage sees its positive control in the same look',
  covers: (fact) => fact !== 'openPorts' && (LOOKS.includes(fact) || LOOKS_OF_HOSTS.includes(fact)),
  holds: ({ vantage, inventory }, subject, fact) => {
    for (const { name, positive } of vantagesOf(inventory, fact, subject))
      if (!vantage(name).standing.sawPositive)
        object(
          `${positive.address} port ${positive.port}, which must answer, did not: it may be cut off`,
        )
  },
})

function object(because: string): never {
  throw new Violation(because, 'the controls of the vantage hold', [{ because }])
}
