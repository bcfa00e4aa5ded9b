import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { text } from '../model/parse.ts'
import { mapped, wholeList } from './kubernetes/list.ts'
import { placedMetaOf } from './kubernetes/metadata.ts'
import { given, maybe, part, rows } from './kubernetes/parts.ts'

/** When ArgoCD last compared an application with Git, and what went wrong with it. */
export interface Reconciliation {
  readonly application: string
  /** Absent when it never did. */
  readonly at?: string
  /** Types of the conditions that are errors, e.g. `ComparisonError`. */
  readonly errors: readonly string[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    argocdReconciliations: Census<Reconciliation>
  }
}

/** @source GET /apis/argoproj.io/v1alpha1/applications, `reconciledAt` and conditions */
export const argocdReconciliations = apiCollector('argocdReconciliations', {
  api: 'kubernetes',
  read: async (get): Promise<Census<Reconciliation>> =>
    mapped(
      await wholeList(get, '/apis/argoproj.io/v1alpha1/applications', { kind: 'ApplicationList' }),
      (item) => {
        const { name } = placedMetaOf(item, 'an application')
        const status = part(item.status, `status of ${name}`)
        return {
          application: name,
          ...maybe('at', given(status.reconciledAt, `reconciledAt of ${name}`, text)),
          errors: rows(status.conditions, `conditions of ${name}`)
            .map((row) => text(row.type, `a condition of ${name}`))
            .filter((type) => type.endsWith('Error')),
        }
      },
    ),
})
