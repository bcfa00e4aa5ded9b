import { apiCollector } from '../model/collector.ts'
import { object } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { isOn, rowsOf } from './opnsense/rows.ts'
import { type PfRule, pfRuleOf } from './opnsense/rules.ts'

/** What the edge firewall lets pass and where it sends it: loaded, and as configured. */
export interface EdgeRules {
  readonly filter: readonly PfRule[]
  readonly nat: readonly PfRule[]
  /** Destination NAT as configured, what is switched off as well. */
  readonly forwards: readonly EdgeForward[]
  /** How many one-to-one mappings, of addresses and of IPv6 prefixes, are switched on. */
  readonly oneToOne: number
}

export interface EdgeForward {
  readonly isEnabled: boolean
  readonly protocol: string
  readonly port: string
  readonly target: string
  readonly targetPort: string
}

declare module '../model/facts.ts' {
  interface LabFacts {
    edgeRules: EdgeRules
  }
}

const FORWARDS = '/api/firewall/d_nat/search_rule'
const MAPPINGS = ['/api/firewall/one_to_one/search_rule', '/api/firewall/npt/search_rule']

/**
 * Rules of pf as loaded, those in anchors left out as OPNsense does, and the forwards of its configuration.
 *
 * @source GET /api/diagnostics/firewall/pf_statistics/rules, /api/firewall/{d_nat,one_to_one,npt}/search_rule of OPNsense 26.1 or later
 */
export const edgeRules = apiCollector('edgeRules', {
  api: 'opnsense',
  read: async (get): Promise<EdgeRules> => {
    const { rules } = object(await get('/api/diagnostics/firewall/pf_statistics/rules'), 'pf')
    const loaded = object(rules, 'rules of pf')
    const linesOf = (section: string) => Object.keys(object(loaded[section], section))
    if (linesOf('filter rules').length === 0)
      throw new Unseen('not understood', 'pf has no rule at all: it is off, or may not be read')
    const mappings = []
    for (const path of MAPPINGS) mappings.push(...rowsOf(await get(path), path))
    return {
      filter: linesOf('filter rules').map(pfRuleOf),
      nat: linesOf('nat rules').map(pfRuleOf),
      forwards: rowsOf(await get(FORWARDS), FORWARDS).map((row) => ({
        isEnabled: row.disabled === undefined ? isOn(row.enabled) : !isOn(row.disabled),
        protocol: String(row.protocol ?? '').toLowerCase(),
        port: String(row['destination.port'] ?? ''),
        target: String(row.target ?? ''),
        targetPort: String(row['local-port'] ?? ''),
      })),
      oneToOne: mappings.filter((row) =>
        row.disabled === undefined ? isOn(row.enabled) : !isOn(row.disabled),
      ).length,
    }
  },
})
