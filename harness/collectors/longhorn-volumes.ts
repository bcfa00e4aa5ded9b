import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { number, object, text } from '../model/parse.ts'
import { longhornList } from './kubernetes/longhorn.ts'
import { type Condition, conditionsOf, type Meta, placedMetaOf } from './kubernetes/metadata.ts'
import { given, maybe, part, type Shape } from './kubernetes/parts.ts'

/** A volume, as Longhorn's manager tells of it. Which recurring jobs it is in is in its labels. */
export interface LonghornVolume extends Meta {
  readonly namespace: string
  readonly bytes: number
  /** Replicas that it asks for. */
  readonly replicas: number
  /** `creating`, `attached`, `detached`, `attaching`, `detaching`, `deleting`. */
  readonly state: string
  /** `healthy`, `degraded`, `faulted`; `unknown` while it is detached. */
  readonly robustness: string
  readonly conditions: readonly Condition[]
  /** `namespace/name` of its claim; absent when it has none. */
  readonly claim?: string
  readonly node?: string
}

declare module '../model/facts.ts' {
  interface LabFacts {
    longhornVolumes: Census<LonghornVolume>
  }
}

/** @source GET volumes of longhorn.io/v1beta2 */
export const longhornVolumes = apiCollector('longhornVolumes', {
  api: 'kubernetes',
  read: (get) => longhornList(get, 'volumes', 'Volume', volumeOf),
})

function volumeOf(item: Shape): LonghornVolume {
  const meta = placedMetaOf(item, 'a Longhorn volume')
  const what = `Longhorn volume ${meta.name}`
  const spec = object(item.spec, `spec of ${what}`)
  const status = object(item.status, `status of ${what}`)
  const claim = part(status.kubernetesStatus, `kubernetesStatus of ${what}`)
  const name = given(claim.pvcName, `pvcName of ${what}`, text)
  return {
    ...meta,
    bytes: number(spec.size, `size of ${what}`),
    replicas: number(spec.numberOfReplicas, `numberOfReplicas of ${what}`),
    state: text(status.state, `state of ${what}`),
    robustness: text(status.robustness, `robustness of ${what}`),
    conditions: conditionsOf(status.conditions, what),
    ...maybe(
      'claim',
      name ? `${text(claim.namespace, `namespace of ${what}`)}/${name}` : undefined,
    ),
    ...maybe('node', given(status.currentNodeID, `currentNodeID of ${what}`, text) || undefined),
  }
}
