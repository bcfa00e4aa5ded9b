import { list, object, text } from '../../model/parse.ts'
import { Unseen } from '../../model/unseen.ts'
import { canonical, parseHuJson } from './hujson.ts'
import { ruleOfAcl, ruleOfGrant } from './policy-rules.ts'
import { type Shape, sectionsOf, textsOf } from './policy-sections.ts'

/** What one rule lets through. Rules only ever add: nothing takes away. */
export interface PolicyRule {
  readonly section: 'acls' | 'grants'
  /** Who: a login, `group:…`, `tag:…`, `autogroup:…`, `*`, an address or network; aliases of `hosts` resolved. */
  readonly from: readonly string[]
  /** Where to, without ports, aliases of `hosts` resolved. */
  readonly to: readonly string[]
  /** Ports as written: `443`, `8000-8999`, `*`; empty for a grant of capabilities of an app alone. */
  readonly ports: readonly string[]
}

/** Who may log in to what over Tailscale SSH, and whether they have to prove themselves again (`check`). */
interface PolicySsh {
  readonly action: string
  readonly from: readonly string[]
  readonly to: readonly string[]
  readonly users: readonly string[]
}

/** What the tailnet lets through, and what its own tests hold it to. */
export interface TailnetPolicy {
  /** Whether it has any section of rules. Without one everybody reaches everything; with an empty one nobody does. */
  readonly hasRules: boolean
  readonly rules: readonly PolicyRule[]
  readonly ssh: readonly PolicySsh[]
  /** Who may give a device this tag. */
  readonly tagOwners: Readonly<Record<string, readonly string[]>>
  /** Who may approve a route without being asked, by route, `exitNode` or `svc:…`. */
  readonly autoApprovers: Readonly<Record<string, readonly string[]>>
  readonly nodeAttrs: readonly {
    readonly to: readonly string[]
    readonly attrs: readonly string[]
  }[]
  readonly tests: readonly {
    readonly src: string
    readonly accept: readonly string[]
    readonly deny: readonly string[]
  }[]
  /** All of it in one form, without comments: equal text means equal policy. */
  readonly canonical: string
}

/**
 * Reads a policy file, as HuJSON or as JSON.
 *
 * @throws Unseen also for a section nobody knows: it might let something through
 */
export function policyOf(file: string, source: string): TailnetPolicy {
  const whole = object(parseHuJson(file, source), source)
  const sections = sectionsOf(whole, source)
  const hosts = sections.table('hosts')
  return {
    hasRules: sections.has('acls') || sections.has('grants'),
    rules: [
      ...sections.rows('acls').map((row) => ruleOfAcl(row, hosts)),
      ...sections.rows('grants').map((row) => ruleOfGrant(row, hosts)),
    ],
    ssh: sections.rows('ssh').map(sshOf),
    tagOwners: ownersOf(sections.table('tagowners')),
    autoApprovers: approversOf(sections.table('autoapprovers')),
    nodeAttrs: sections
      .rows('nodeattrs')
      .map((row) => ({ to: textsOf(row, 'target'), attrs: textsOf(row, 'attr') })),
    tests: sections.rows('tests').map((row) => ({
      src: text(row.src ?? row.user, 'src of a policy test'),
      accept: [...textsOf(row, 'accept'), ...textsOf(row, 'allow')],
      deny: textsOf(row, 'deny'),
    })),
    canonical: canonical(whole),
  }
}

const sshOf = (row: Shape): PolicySsh => ({
  action: text(row.action, 'action of an SSH rule'),
  from: textsOf(row, 'src'),
  to: textsOf(row, 'dst'),
  users: textsOf(row, 'users'),
})

const ownersOf = (table: Shape): TailnetPolicy['tagOwners'] =>
  Object.fromEntries(
    Object.entries(table).map(([tag, owners]) => [
      tag,
      list(owners, `owners of ${tag}`).map((owner) => text(owner, `an owner of ${tag}`)),
    ]),
  )

/** `routes` and `services` are tables, `exitNode` is a list. */
function approversOf(table: Shape): TailnetPolicy['autoApprovers'] {
  const { routes, services, exitNode, ...other } = table
  const [odd] = Object.keys(other)
  if (odd !== undefined) throw new Unseen('not understood', `autoApprovers has a part ${odd}`)
  return ownersOf({
    ...(routes === undefined ? {} : object(routes, 'routes of autoApprovers')),
    ...(services === undefined ? {} : object(services, 'services of autoApprovers')),
    ...(exitNode === undefined ? {} : { exitNode }),
  })
}
