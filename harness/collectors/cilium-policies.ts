import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { number, object, text } from '../model/parse.ts'
import { mapped, together, wholeList } from './kubernetes/list.ts'
import { type Condition, conditionsOf, type Meta, metaOf } from './kubernetes/metadata.ts'
import { given, isOn, maybe, part, rows, type Shape, words } from './kubernetes/parts.ts'
import { type Selector, selectorOf } from './kubernetes/selector.ts'

/** A CiliumNetworkPolicy; clusterwide when it has no namespace. */
export interface CiliumPolicy extends Meta {
  /** `spec`, and every one of `specs`. */
  readonly rules: readonly CiliumRule[]
  readonly conditions: readonly Condition[]
}

export interface CiliumRule {
  /** Absent for a rule about nodes. */
  readonly endpoints?: Selector
  /** Rules of a direction; absent when it says nothing of it. An empty rule allows everything. */
  readonly ingress?: readonly CiliumPeer[]
  readonly egress?: readonly CiliumPeer[]
  /** Whether it denies what it does not allow; absent: as soon as it says anything of that direction. */
  readonly denies: { readonly ingress?: boolean; readonly egress?: boolean }
}

export interface CiliumPeer {
  /** Whether it names no peer: then everybody is meant, on its ports. */
  readonly isForAll: boolean
  /** `all`, `world`, `cluster`, `host` … */
  readonly entities: readonly string[]
  /** Addresses, CIDR. */
  readonly networks: readonly string[]
  /** Pods, by their labels. */
  readonly pods: readonly Selector[]
  /** Names in DNS, with `*` for anything. */
  readonly names: readonly string[]
  /** A port, `first-last`, or `0` for any; none at all: any as well. */
  readonly ports: readonly string[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    ciliumPolicies: Census<CiliumPolicy>
  }
}

/** @source GET /apis/cilium.io/v2/{ciliumnetworkpolicies,ciliumclusterwidenetworkpolicies} */
export const ciliumPolicies = apiCollector('ciliumPolicies', {
  api: 'kubernetes',
  read: async (get): Promise<Census<CiliumPolicy>> =>
    mapped(
      together(
        await wholeList(get, '/apis/cilium.io/v2/ciliumnetworkpolicies', {
          kind: 'CiliumNetworkPolicyList',
        }),
        await wholeList(get, '/apis/cilium.io/v2/ciliumclusterwidenetworkpolicies', {
          kind: 'CiliumClusterwideNetworkPolicyList',
        }),
      ),
      policyOf,
    ),
})

function policyOf(item: Shape): CiliumPolicy {
  const meta = metaOf(item, 'a Cilium policy')
  const what = `Cilium policy ${meta.name}`
  return {
    ...meta,
    rules: [
      ...(item.spec === undefined ? [] : [object(item.spec, what)]),
      ...rows(item.specs, `specs of ${what}`),
    ].map((rule) => ruleOf(rule, what)),
    conditions: conditionsOf(part(item.status, what).conditions, what),
  }
}

function ruleOf(rule: Shape, what: string): CiliumRule {
  const denies = part(rule.enableDefaultDeny, `enableDefaultDeny of ${what}`)
  return {
    ...maybe(
      'endpoints',
      given(rule.endpointSelector, `endpointSelector of ${what}`, plainSelectorOf),
    ),
    ...maybe('ingress', given(rule.ingress, `ingress of ${what}`, peersOf)),
    ...maybe('egress', given(rule.egress, `egress of ${what}`, peersOf)),
    denies: {
      ...maybe('ingress', given(denies.ingress, what, isOn)),
      ...maybe('egress', given(denies.egress, what, isOn)),
    },
  }
}

const peersOf = (value: unknown, what: string): readonly CiliumPeer[] =>
  rows(value, what).map((row) => ({
    isForAll: !Object.keys(row).some((key) => /^(from|to)[A-Z]/.test(key) && key !== 'toPorts'),
    entities: ['fromEntities', 'toEntities'].flatMap((key) => words(row[key], what)),
    networks: [
      ...['fromCIDR', 'toCIDR'].flatMap((key) => words(row[key], what)),
      ...['fromCIDRSet', 'toCIDRSet'].flatMap((key) =>
        rows(row[key], what).flatMap(({ cidr }) => (cidr === undefined ? [] : [text(cidr, what)])),
      ),
    ],
    pods: ['fromEndpoints', 'toEndpoints'].flatMap((key) =>
      rows(row[key], what).map((one) => plainSelectorOf(one, what)),
    ),
    names: rows(row.toFQDNs, what).map(({ matchName, matchPattern }) =>
      text(matchName ?? matchPattern, `a name of ${what}`),
    ),
    ports: [...(row.icmps === undefined ? [] : ['icmp']), ...portsIn(row.toPorts, what)],
  }))

const portsIn = (value: unknown, what: string): readonly string[] =>
  rows(value, what).flatMap(({ ports }) =>
    rows(ports, what).map(({ endPort, port }) =>
      [text(port, `a port of ${what}`), given(endPort, `endPort of ${what}`, number) ?? []]
        .flat()
        .join('-'),
    ),
  )

/** Cilium lets a label say where it comes from, `k8s:app`; pods have no others. */
function plainSelectorOf(value: unknown, what: string): Selector {
  const { labels, terms } = selectorOf(value, what)
  const plain = (key: string): string => key.replace(/^(k8s|any)[:.]/, '')
  return {
    labels: Object.fromEntries(Object.entries(labels).map(([key, one]) => [plain(key), one])),
    terms: terms.map((term) => ({ ...term, key: plain(term.key) })),
  }
}
