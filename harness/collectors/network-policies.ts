import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { number, object, text } from '../model/parse.ts'
import { mapped, wholeList } from './kubernetes/list.ts'
import { type Meta, placedMetaOf } from './kubernetes/metadata.ts'
import { given, maybe, rows, type Shape, words } from './kubernetes/parts.ts'
import { type Selector, selectorOf } from './kubernetes/selector.ts'

/** A NetworkPolicy: what the pods it selects may receive and send; the rest is denied. */
export interface NetworkPolicy extends Meta {
  readonly namespace: string
  readonly pods: Selector
  readonly covers: readonly ('Ingress' | 'Egress')[]
  readonly ingress: readonly PolicyRule[]
  readonly egress: readonly PolicyRule[]
}

/** Peers on ports. A rule that names no peer is about everybody; one without ports, about all of them. */
export interface PolicyRule {
  readonly peers: readonly {
    readonly pods?: Selector
    readonly namespaces?: Selector
    readonly network?: string
  }[]
  /** A port, `first-last`, or none: every port of the protocol. */
  readonly ports: readonly { readonly protocol: string; readonly port?: string }[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    networkPolicies: Census<NetworkPolicy>
  }
}

/** @source GET /apis/networking.k8s.io/v1/networkpolicies */
export const networkPolicies = apiCollector('networkPolicies', {
  api: 'kubernetes',
  read: async (get): Promise<Census<NetworkPolicy>> =>
    mapped(
      await wholeList(get, '/apis/networking.k8s.io/v1/networkpolicies', {
        kind: 'NetworkPolicyList',
      }),
      policyOf,
    ),
})

/** One of them, as the API lists it or a manifest has it. */
export function policyOf(item: Shape): NetworkPolicy {
  const meta = placedMetaOf(item, 'a policy')
  const what = `policy ${meta.namespace}/${meta.name}`
  const spec = object(item.spec, `spec of ${what}`)
  const types = words(spec.policyTypes, `policyTypes of ${what}`)
  return {
    ...meta,
    pods: selectorOf(spec.podSelector, what),
    covers: (['Ingress', 'Egress'] as const).filter((type) => types.includes(type)),
    ingress: rows(spec.ingress, what).map((rule) => ruleOf(rule.from, rule.ports, what)),
    egress: rows(spec.egress, what).map((rule) => ruleOf(rule.to, rule.ports, what)),
  }
}

const ruleOf = (peers: unknown, ports: unknown, what: string): PolicyRule => ({
  peers: rows(peers, `peers of ${what}`).map((peer) => ({
    ...maybe('pods', given(peer.podSelector, what, selectorOf)),
    ...maybe('namespaces', given(peer.namespaceSelector, what, selectorOf)),
    ...maybe('network', given(peer.ipBlock, what, networkOf)),
  })),
  ports: rows(ports, `ports of ${what}`).map((row) => ({
    protocol: given(row.protocol, `protocol of ${what}`, text) ?? 'TCP',
    ...maybe('port', given(row.port, `port of ${what}`, portOf)?.concat(lastOf(row, what))),
  })),
})

const networkOf = (value: unknown, what: string): string =>
  text(object(value, what).cidr, `cidr of ${what}`)

const lastOf = ({ endPort }: Shape, what: string): string =>
  endPort === undefined ? '' : `-${number(endPort, `endPort of ${what}`)}`

/** A number, or a name that the pod gives to it. */
const portOf = (value: unknown, what: string): string =>
  typeof value === 'string' ? value : String(number(value, what))
