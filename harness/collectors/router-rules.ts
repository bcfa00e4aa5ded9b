import { hostCollector } from '../model/collector.ts'
import { list, object, parseJson, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import type { Packets } from './nftables/packet.ts'
import { type Chain, parseRuleset, type Ruleset } from './nftables/ruleset.ts'
import { type Entry, Walk } from './nftables/walk.ts'

/** A chain through which packets from the internet pass, and what it does with those that no rule names. */
export interface Gate {
  readonly hook: string
  readonly family: 4 | 6
  readonly table: string
  readonly chain: string
  readonly denies: boolean
}

/** What a router does with what comes from the internet, as loaded in its kernel right now. */
export interface RouterRules {
  /** Interfaces with a default route: the internet is behind them. */
  readonly wan: readonly string[]
  readonly gates: readonly Gate[]
  /** Rules that are a way in: not those for answers, error messages and upkeep of the line, nor of chains that do not deny by default, which decide nothing. */
  readonly ways: readonly Entry[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    routerRules: RouterRules
  }
}

const HOOKS = ['ingress', 'prerouting', 'input', 'forward']
const FAMILIES: Readonly<Record<string, readonly (4 | 6)[]>> = {
  ip: [4],
  ip6: [6],
  inet: [4, 6],
  netdev: [4, 6],
}

/**
 * The firewall of a Linux router, followed from the internet side: rules of all tables, what iptables-nft
 * loaded among them, and the verdict on what no rule names.
 *
 * @source nft(8) 1.0 or later as root; ip(8); iptables-legacy-save(8) only where the old tables are loaded
 * @unknown not root · no nft · rules in the old xtables · a rule that is not understood · no default route
 */
export const routerRules = hostCollector('routerRules', {
  roles: ['router'],
  command:
    'nft -j list ruleset && echo "-- routes" && ip -j -4 route show default && ip -j -6 route show default && echo "-- legacy" && for v in "" 6; do f=/proc/net/ip${v}_tables_names; if [ -e $f ] && [ -n "$(cat $f)" ]; then ip${v}tables-legacy-save || exit 1; fi; done',
  parse: ({ stdout }): RouterRules => {
    const [json = '', routes, legacy] = stdout.split(/^-- (?:routes|legacy)\n/m)
    if (routes === undefined || legacy === undefined)
      throw new Unseen('cut short', 'the answer has no routes, or no word on the old tables')
    if (/^-A /m.test(legacy))
      throw new Unseen(
        'not understood',
        'rules are loaded in the old xtables: move them to nftables',
      )
    const wan = wanOf(routes)
    return { wan, ...followed(parseRuleset(json), wan) }
  },
})

function wanOf(routes: string): readonly string[] {
  const found = routes
    .trim()
    .split('\n')
    .flatMap((line) => list(parseJson(line, 'ip route'), 'routes'))
    .map((route) => text(object(route, 'a route').dev, 'device of the default route'))
  if (found.length === 0) throw new Unseen('not understood', 'the router has no default route now')
  return [...new Set(found)].sort()
}

/** A ruleset, followed from the interfaces behind which the internet is. */
export function followed(
  ruleset: Ruleset,
  wan: readonly string[],
): Pick<RouterRules, 'gates' | 'ways'> {
  const gates: Gate[] = []
  const ways: Entry[] = []
  for (const base of ruleset.chains.values()) {
    if (base.hook === undefined || !HOOKS.includes(base.hook)) continue
    for (const family of FAMILIES[base.family] ?? []) {
      const walk = new Walk(ruleset, base)
      const packets: Packets = { family, wan, isAll: true, isOpaque: false }
      const denies = isDenied(base, walk.through(base, packets))
      const { hook, table, name: chain } = base
      gates.push({ hook, family, table, chain, denies })
      ways.push(
        ...walk.entries.filter(
          ({ action, only }) => action === 'forward' || (denies && only === undefined),
        ),
      )
    }
  }
  return { gates, ways }
}

const isDenied = ({ policy }: Chain, end: 'denied' | 'accepted' | 'falls'): boolean =>
  end === 'denied' || (end === 'falls' && policy === 'drop')
