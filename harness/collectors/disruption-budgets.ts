import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { number, object } from '../model/parse.ts'
import { mapped, wholeList } from './kubernetes/list.ts'
import { type Meta, placedMetaOf } from './kubernetes/metadata.ts'
import { given, part, type Shape } from './kubernetes/parts.ts'
import { type Selector, selectorOf } from './kubernetes/selector.ts'

/** How many pods of an application may be missing when somebody takes a node down. */
export interface DisruptionBudget extends Meta {
  readonly namespace: string
  readonly selector: Selector
  /** Pods that it means; 0 when its selector fits nothing. */
  readonly expected: number
  readonly healthy: number
  /** Healthy pods that there have to be. */
  readonly desired: number
  /** Pods that may be evicted now. */
  readonly allowed: number
  /** Whether the controller has seen the newest declaration. */
  readonly isObserved: boolean
}

declare module '../model/facts.ts' {
  interface LabFacts {
    disruptionBudgets: Census<DisruptionBudget>
  }
}

/** @source GET /apis/policy/v1/poddisruptionbudgets */
export const disruptionBudgets = apiCollector('disruptionBudgets', {
  api: 'kubernetes',
  read: async (get): Promise<Census<DisruptionBudget>> =>
    mapped(
      await wholeList(get, '/apis/policy/v1/poddisruptionbudgets', {
        kind: 'PodDisruptionBudgetList',
      }),
      budgetOf,
    ),
})

function budgetOf(item: Shape): DisruptionBudget {
  const meta = placedMetaOf(item, 'a budget')
  const what = `budget ${meta.namespace}/${meta.name}`
  const status = part(item.status, `status of ${what}`)
  const count = (value: unknown) => given(value, `a count of ${what}`, number) ?? 0
  return {
    ...meta,
    selector: selectorOf(object(item.spec, `spec of ${what}`).selector, `selector of ${what}`),
    expected: count(status.expectedPods),
    healthy: count(status.currentHealthy),
    desired: count(status.desiredHealthy),
    allowed: count(status.disruptionsAllowed),
    isObserved:
      count(status.observedGeneration) >= count(object(item.metadata, what).generation ?? 1),
  }
}
