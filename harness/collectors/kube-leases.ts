import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { object, text } from '../model/parse.ts'
import { mapped, named, together, wholeList } from './kubernetes/list.ts'
import { type Meta, placedMetaOf } from './kubernetes/metadata.ts'
import type { Shape } from './kubernetes/parts.ts'

/** A sign of life: who holds the name, and when it last said so, by the clock of its node. */
export interface KubeLease extends Meta {
  readonly namespace: string
  readonly holder: string
  readonly renewedAt: string
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Of the leaders in kube-system, and of every kubelet. */
    kubeLeases: Census<KubeLease>
  }
}

const at = (namespace: string) => `/apis/coordination.k8s.io/v1/namespaces/${namespace}/leases`

/** @source GET leases of kube-system and kube-node-lease */
export const kubeLeases = apiCollector('kubeLeases', {
  api: 'kubernetes',
  read: async (get): Promise<Census<KubeLease>> =>
    mapped(
      together(
        await wholeList(get, at('kube-system'), {
          kind: 'LeaseList',
          canary: named('lease kube-controller-manager', 'kube-controller-manager'),
        }),
        await wholeList(get, at('kube-node-lease'), { kind: 'LeaseList' }),
      ),
      leaseOf,
    ),
})

function leaseOf(item: Shape): KubeLease {
  const meta = placedMetaOf(item, 'a lease')
  const spec = object(item.spec, `spec of lease ${meta.name}`)
  return {
    ...meta,
    // Given up by its holder, it has none; and one without a renewal was never alive.
    holder: spec.holderIdentity === undefined ? '' : text(spec.holderIdentity, 'holderIdentity'),
    renewedAt: text(spec.renewTime, `renewTime of lease ${meta.name}`),
  }
}
