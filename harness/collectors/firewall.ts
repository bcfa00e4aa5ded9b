import { apiCollector, type Get } from '../model/collector.ts'
import { flag, number, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { API, objectOf, rowsOf } from './proxmox/answer.ts'
import { guestList } from './proxmox/guest-list.ts'

/** The firewall of Proxmox VE, at its three levels. All of them must be on for a guest's rules to count. */
export interface Firewall {
  readonly cluster: FirewallOptions
  readonly node: { readonly isEnabled: boolean }
  readonly guests: readonly GuestFirewall[]
}

/** What an absent option means is filled in as Proxmox documents it: off, in `DROP`, out `ACCEPT`. */
export interface FirewallOptions {
  readonly isEnabled: boolean
  readonly policyIn: string
  readonly policyOut: string
}

export interface GuestFirewall extends FirewallOptions {
  readonly vmid: number
  readonly rules: readonly FirewallRule[]
}

export interface FirewallRule {
  readonly position: number
  /** `in`, `out`, `forward` or `group`. */
  readonly type: string
  /** `ACCEPT`, `DROP`, `REJECT`, or the name of a group. */
  readonly action: string
  readonly isEnabled: boolean
  readonly source?: string
  readonly dest?: string
  readonly proto?: string
  readonly dport?: string
  readonly macro?: string
}

declare module '../model/facts.ts' {
  interface LabFacts {
    firewall: Firewall
  }
}

/** @source GET /cluster/firewall/options, /nodes/{node}/firewall/options, /nodes/{node}/{type}/{vmid}/firewall/{options,rules} */
export const firewall = apiCollector('firewall', {
  api: 'proxmox',
  read: async (get, inventory): Promise<Firewall> => {
    const { pve } = inventory
    if (!pve) throw new Unseen('not asked', 'the inventory has no "pve": its node is not known')
    const node = await optionsAt(get, `${API}/nodes/${pve.node}/firewall/options`)
    const { items } = await guestList(get, inventory)
    const guests: GuestFirewall[] = []
    for (const { vmid, type, node: home } of items)
      guests.push(await guestFirewall(get, `${API}/nodes/${home}/${type}/${vmid}/firewall`, vmid))
    return {
      cluster: optionsOf(await optionsAt(get, `${API}/cluster/firewall/options`)),
      // The host's own rules are on unless switched off: the one level with that default.
      node: { isEnabled: node.enable === undefined || flag(node.enable, 'enable of the node') },
      guests,
    }
  },
})

const optionsAt = async (get: Get, path: string) => objectOf(await get(path), path)

async function guestFirewall(get: Get, at: string, vmid: number): Promise<GuestFirewall> {
  const rules = `${at}/rules`
  return {
    vmid,
    ...optionsOf(await optionsAt(get, `${at}/options`)),
    rules: rowsOf(await get(rules), rules).map(ruleOf),
  }
}

const optionsOf = (row: Readonly<Record<string, unknown>>): FirewallOptions => ({
  isEnabled: row.enable !== undefined && number(row.enable, 'enable of a firewall') > 0,
  policyIn: row.policy_in === undefined ? 'DROP' : text(row.policy_in, 'policy_in'),
  policyOut: row.policy_out === undefined ? 'ACCEPT' : text(row.policy_out, 'policy_out'),
})

function ruleOf(row: Readonly<Record<string, unknown>>): FirewallRule {
  const maybe = (key: 'source' | 'dest' | 'proto' | 'dport' | 'macro') =>
    row[key] === undefined ? {} : { [key]: text(row[key], `${key} of a rule`) }
  return {
    position: number(row.pos, 'position of a rule'),
    type: text(row.type, 'type of a rule'),
    action: text(row.action, 'action of a rule'),
    isEnabled: row.enable !== undefined && flag(row.enable, 'enable of a rule'),
    ...maybe('source'),
    ...maybe('dest'),
    ...maybe('proto'),
    ...maybe('dport'),
    ...maybe('macro'),
  }
}
