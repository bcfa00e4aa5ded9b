import { list, object, text } from '../../model/parse.ts'
import { Unseen } from '../../model/unseen.ts'
import { narrowed, type Only, type Packets } from './packet.ts'
import type { Chain, Expression, Rule, Ruleset } from './ruleset.ts'

/** A rule that lets in something of what comes from the internet. */
export interface Entry {
  readonly hook: string
  readonly family: 4 | 6
  readonly table: string
  readonly chain: string
  readonly handle: number
  /** `forward` sends it on to another address or port: DNAT, redirect, NETMAP, TPROXY and the like. */
  readonly action: 'accept' | 'queue' | 'forward'
  /** What it is limited to, when that is no way in. */
  readonly only?: Only
  readonly protocol?: string
  readonly ports?: readonly number[]
}

/** What becomes of a packet that met no rule of a chain, and of its callers. */
type End = 'denied' | 'accepted' | 'falls'

const FORWARDS = ['dnat', 'redirect', 'tproxy', 'fwd', 'dup']
const XT_FORWARDS = ['DNAT', 'REDIRECT', 'NETMAP', 'TPROXY', 'TEE']
/** Neither conditions nor verdicts. */
const ASIDE = [
  'counter',
  'log',
  'mangle',
  'notrack',
  'flow',
  'set',
  'map',
  'snat',
  'masquerade',
  'ct helper',
  'ct timeout',
  'ct expectation',
  'secmark',
  'last',
  'comment',
]
/** Conditions that cannot be met by every packet. */
const CONDITIONS = ['limit', 'quota', 'ct count', 'meter', 'synproxy']
const DEEPEST = 32

/** Follows the packets that come from the internet through a base chain, and notes every rule that lets any of them in. */
export class Walk {
  readonly entries: Entry[] = []
  readonly #ruleset: Ruleset
  readonly #base: Chain

  constructor(ruleset: Ruleset, base: Chain) {
    this.#ruleset = ruleset
    this.#base = base
  }

  through(chain: Chain, packets: Packets, depth = 0): End {
    if (depth > DEEPEST) throw new Unseen('not understood', `chain ${chain.key} calls itself`)
    for (const rule of chain.rules) {
      const end = this.#rule(rule, chain, packets, depth)
      if (end === 'return') return 'falls'
      if (end !== undefined) return end
    }
    return 'falls'
  }

  #rule(rule: Rule, chain: Chain, packets: Packets, depth: number): End | 'return' | undefined {
    let left = packets
    for (const expression of rule.expressions) {
      const [kind = ''] = Object.keys(expression)
      const value = expression[kind]
      if (ASIDE.includes(kind)) continue
      if (CONDITIONS.includes(kind)) left = { ...left, isAll: false }
      else if (kind === 'match') {
        const next = narrowed(left, object(value, 'match'))
        if (!next) return undefined
        left = next
      } else if (kind === 'xt') left = this.#xt(object(value, 'xt'), rule, chain, left)
      else if (kind === 'vmap') return this.#vmap(object(value, 'vmap'), rule, chain, left, depth)
      else return this.#verdict(kind, value, rule, chain, left, depth)
    }
    return undefined
  }

  /** What iptables-nft loads and nft can only name. */
  #xt({ type, name }: Expression, rule: Rule, chain: Chain, packets: Packets): Packets {
    if (type === 'target' && XT_FORWARDS.includes(String(name)))
      this.#note('forward', rule, chain, packets)
    return { ...packets, isAll: false, isOpaque: true }
  }

  #vmap(
    { key, data }: Expression,
    rule: Rule,
    chain: Chain,
    packets: Packets,
    depth: number,
  ): End | 'return' | undefined {
    for (const element of this.#elements(data, chain)) {
      const [value, verdict] = list(element, `verdict map of ${chain.key}`)
      const left = narrowed(packets, { op: '==', left: plain(key), right: value })
      if (!left) continue
      const [kind = ''] = Object.keys(object(verdict, 'verdict'))
      const end = this.#verdict(kind, object(verdict, 'verdict')[kind], rule, chain, left, depth)
      if (end !== undefined) return end
    }
    return undefined
  }

  #elements(data: unknown, { family, table, key }: Chain): readonly unknown[] {
    if (typeof data !== 'string') return list(object(data, `map of ${key}`).set, `map of ${key}`)
    const found = this.#ruleset.maps.get(`${family} ${table} ${data.replace(/^@/, '')}`)
    if (!found)
      throw new Unseen('not understood', `chain ${key} uses map ${data}, which nft did not print`)
    return found
  }

  /** Ends the chain only for all packets; a verdict on some leaves the others to the next rule. */
  #verdict(
    kind: string,
    value: unknown,
    rule: Rule,
    chain: Chain,
    packets: Packets,
    depth: number,
  ): End | 'return' | undefined {
    const whenAll = <T>(end: T) => (packets.isAll ? end : undefined)
    if (kind === 'accept' || kind === 'queue') {
      this.#note(kind, rule, chain, packets)
      return whenAll('accepted')
    }
    if (kind === 'drop' || kind === 'reject') return whenAll('denied')
    if (FORWARDS.includes(kind)) {
      this.#note('forward', rule, chain, packets)
      return whenAll('accepted')
    }
    if (kind === 'return') return whenAll('return')
    if (kind === 'continue') return undefined
    if (kind !== 'jump' && kind !== 'goto')
      throw new Unseen('not understood', `rule ${rule.handle} of chain ${chain.key} says "${kind}"`)
    const end = this.through(this.#target(value, chain), packets, depth + 1)
    if (end !== 'falls') return whenAll(end)
    return kind === 'goto' ? whenAll('return') : undefined
  }

  #target(value: unknown, { family, table, key }: Chain): Chain {
    const name = text(object(value, `jump of ${key}`).target, `jump of ${key}`)
    const found = this.#ruleset.chains.get(`${family} ${table} ${name}`)
    if (!found)
      throw new Unseen('not understood', `chain ${key} jumps to ${name}, which nft did not print`)
    return found
  }

  #note(action: Entry['action'], { handle }: Rule, chain: Chain, packets: Packets): void {
    const { only, protocol, ports, family, isOpaque } = packets
    if (isOpaque && action !== 'forward' && only === undefined)
      throw new Unseen(
        'not understood',
        `rule ${handle} of chain ${chain.key} accepts on a condition of xtables that nft cannot print`,
      )
    this.entries.push({
      hook: this.#base.hook ?? '',
      family,
      table: chain.table,
      chain: chain.name,
      handle: Number(handle),
      action,
      ...(only === undefined ? {} : { only }),
      ...(protocol === undefined ? {} : { protocol }),
      ...(ports === undefined ? {} : { ports }),
    })
  }
}

/** The key of a verdict map; several at once are not followed. */
const plain = (key: unknown): Expression =>
  typeof key === 'object' && key !== null && !Array.isArray(key) ? (key as Expression) : {}
