import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { number, object, text } from '../model/parse.ts'
import { mapped, wholeList } from './kubernetes/list.ts'
import { type Condition, conditionsOf, type Meta, placedMetaOf } from './kubernetes/metadata.ts'
import { given, part } from './kubernetes/parts.ts'

/** Something that changes how many pods a workload has. */
export interface KubeAutoscaler extends Meta {
  readonly namespace: string
  /** E.g. `Deployment/web`. */
  readonly target: string
  readonly least: number
  readonly most: number
  readonly conditions: readonly Condition[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    kubeAutoscalers: Census<KubeAutoscaler>
  }
}

/** @source GET /apis/autoscaling/v2/horizontalpodautoscalers */
export const kubeAutoscalers = apiCollector('kubeAutoscalers', {
  api: 'kubernetes',
  read: async (get): Promise<Census<KubeAutoscaler>> =>
    mapped(
      await wholeList(get, '/apis/autoscaling/v2/horizontalpodautoscalers', {
        kind: 'HorizontalPodAutoscalerList',
      }),
      (item) => {
        const meta = placedMetaOf(item, 'an autoscaler')
        const what = `autoscaler ${meta.namespace}/${meta.name}`
        const spec = object(item.spec, `spec of ${what}`)
        const target = object(spec.scaleTargetRef, `target of ${what}`)
        return {
          ...meta,
          target: `${text(target.kind, `target of ${what}`)}/${text(target.name, `target of ${what}`)}`,
          least: given(spec.minReplicas, `minReplicas of ${what}`, number) ?? 1,
          most: number(spec.maxReplicas, `maxReplicas of ${what}`),
          conditions: conditionsOf(part(item.status, what).conditions, what),
        }
      },
    ),
})
