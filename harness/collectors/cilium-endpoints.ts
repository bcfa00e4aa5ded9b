import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { text } from '../model/parse.ts'
import { mapped, wholeList } from './kubernetes/list.ts'
import { type Meta, placedMetaOf } from './kubernetes/metadata.ts'
import { given, isOn, part, rows, type Shape } from './kubernetes/parts.ts'

/** A pod on Cilium's network, as the agent of its node tells of it. */
export interface CiliumEndpoint extends Meta {
  readonly namespace: string
  /** `ready` when its policy is in force. */
  readonly state: string
  readonly addresses: readonly string[]
  /** Whether what no rule allows is dropped. */
  readonly enforces: { readonly ingress: boolean; readonly egress: boolean }
}

declare module '../model/facts.ts' {
  interface LabFacts {
    ciliumEndpoints: Census<CiliumEndpoint>
  }
}

/** @source GET /apis/cilium.io/v2/ciliumendpoints */
export const ciliumEndpoints = apiCollector('ciliumEndpoints', {
  api: 'kubernetes',
  read: async (get): Promise<Census<CiliumEndpoint>> =>
    mapped(
      await wholeList(get, '/apis/cilium.io/v2/ciliumendpoints', { kind: 'CiliumEndpointList' }),
      endpointOf,
    ),
})

function endpointOf(item: Shape): CiliumEndpoint {
  const meta = placedMetaOf(item, 'a Cilium endpoint')
  const what = `Cilium endpoint ${meta.namespace}/${meta.name}`
  const status = part(item.status, `status of ${what}`)
  const policy = part(status.policy, `policy of ${what}`)
  const enforcing = (value: unknown) => {
    const side = part(value, what)
    // In audit mode it is switched on, and drops nothing.
    const isAudit = /non-enforcing|audit/.test(given(side.state, `state of ${what}`, text) ?? '')
    return isOn(side.enforcing, `enforcing of ${what}`) && !isAudit
  }
  return {
    ...meta,
    state: status.state === undefined ? '' : text(status.state, `state of ${what}`),
    addresses: rows(part(status.networking, what).addressing, what).flatMap(({ ipv4, ipv6 }) =>
      [ipv4, ipv6].filter((one) => one !== undefined).map((one) => text(one, what)),
    ),
    enforces: { ingress: enforcing(policy.ingress), egress: enforcing(policy.egress) },
  }
}
