import { list, object, parseJson, text } from '../../model/parse.ts'
import { Unseen } from '../../model/unseen.ts'

export type Expression = Readonly<Record<string, unknown>>

export interface Rule {
  readonly handle: unknown
  readonly expressions: readonly Expression[]
}

/** A chain with its rules; with a hook it is where packets enter. */
export interface Chain {
  /** `<family> <table> <name>`, which is what a chain is known by. */
  readonly key: string
  readonly family: string
  readonly table: string
  readonly name: string
  readonly hook?: string
  readonly policy?: string
  readonly rules: readonly Rule[]
}

export interface Ruleset {
  readonly chains: ReadonlyMap<string, Chain>
  /** Elements of verdict maps by `<family> <table> <name>`. */
  readonly maps: ReadonlyMap<string, readonly unknown[]>
}

/** Everything that `nft -j list ruleset` prints: all families, all tables, what is loaded and not what is on disk. */
export function parseRuleset(json: string): Ruleset {
  const said = object(parseJson(json, 'nft'), 'what nft printed')
  const chains = new Map<string, Chain & { rules: Rule[] }>()
  const maps = new Map<string, readonly unknown[]>()
  for (const entry of list(said.nftables, 'nftables')) {
    const of = object(entry, 'an entry')
    if (of.chain !== undefined) keepChain(object(of.chain, 'a chain'), chains)
    if (of.rule !== undefined) keepRule(object(of.rule, 'a rule'), chains)
    if (of.map !== undefined) keepMap(object(of.map, 'a map'), maps)
  }
  if (!JSON.stringify(said).includes('"metainfo"'))
    throw new Unseen('not understood', 'nft printed no metainfo: that is no whole ruleset')
  return { chains, maps }
}

function keepChain(of: Expression, chains: Map<string, Chain & { rules: Rule[] }>): void {
  const family = text(of.family, 'family of a chain')
  const table = text(of.table, 'table of a chain')
  const name = text(of.name, 'name of a chain')
  const key = `${family} ${table} ${name}`
  const hook = of.hook === undefined ? {} : { hook: text(of.hook, `hook of ${key}`) }
  const policy = of.policy === undefined ? {} : { policy: text(of.policy, `policy of ${key}`) }
  chains.set(key, { key, family, table, name, ...hook, ...policy, rules: [] })
}

function keepRule(of: Expression, chains: Map<string, Chain & { rules: Rule[] }>): void {
  const key = [of.family, of.table, of.chain].join(' ')
  const chain = chains.get(key)
  if (!chain)
    throw new Unseen('not understood', `nft printed a rule of chain ${key}, which it did not print`)
  const expressions = list(of.expr, `rule ${of.handle} of ${key}`).map((x) =>
    object(x, `rule of ${key}`),
  )
  chain.rules.push({ handle: of.handle, expressions })
}

function keepMap(of: Expression, maps: Map<string, readonly unknown[]>): void {
  const key = [of.family, of.table, of.name].join(' ')
  maps.set(key, of.elem === undefined ? [] : list(of.elem, `elements of map ${key}`))
}
