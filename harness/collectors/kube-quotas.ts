import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { object } from '../model/parse.ts'
import { mapped, wholeList } from './kubernetes/list.ts'
import { type Meta, placedMetaOf } from './kubernetes/metadata.ts'
import { part } from './kubernetes/parts.ts'
import { quantity } from './kubernetes/quantity.ts'

/** Most that a namespace may ask for, and what it does ask for. */
export interface KubeQuota extends Meta {
  readonly namespace: string
  /** Amounts by resource, e.g. `requests.cpu`, `requests.storage`. */
  readonly hard: Readonly<Record<string, number>>
  readonly used: Readonly<Record<string, number>>
  /** Whether it counts some pods only: those that end, those of a class. */
  readonly isScoped: boolean
}

declare module '../model/facts.ts' {
  interface LabFacts {
    kubeQuotas: Census<KubeQuota>
  }
}

/** @source GET /api/v1/resourcequotas */
export const kubeQuotas = apiCollector('kubeQuotas', {
  api: 'kubernetes',
  read: async (get): Promise<Census<KubeQuota>> =>
    mapped(
      await wholeList(get, '/api/v1/resourcequotas', { kind: 'ResourceQuotaList' }),
      (item) => {
        const meta = placedMetaOf(item, 'a quota')
        const what = `quota ${meta.namespace}/${meta.name}`
        const spec = object(item.spec, `spec of ${what}`)
        return {
          ...meta,
          isScoped: (spec.scopes ?? spec.scopeSelector) !== undefined,
          hard: amountsOf(spec.hard, what),
          used: amountsOf(part(item.status, `status of ${what}`).used, what),
        }
      },
    ),
})

const amountsOf = (value: unknown, what: string): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(part(value, what)).map(([key, amount]) => [
      key,
      quantity(amount, `${key} of ${what}`),
    ]),
  )
