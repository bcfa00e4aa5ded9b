import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { mapped, wholeList } from './kubernetes/list.ts'
import { type Condition, conditionsOf, type Meta, placedMetaOf } from './kubernetes/metadata.ts'
import { part } from './kubernetes/parts.ts'

/** One run of something that ends. */
export interface KubeJob extends Meta {
  readonly namespace: string
  /** `Complete`, `Failed`, `Suspended` … with status `True`. */
  readonly conditions: readonly Condition[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    kubeJobs: Census<KubeJob>
  }
}

/** @source GET /apis/batch/v1/jobs */
export const kubeJobs = apiCollector('kubeJobs', {
  api: 'kubernetes',
  read: async (get): Promise<Census<KubeJob>> =>
    mapped(await wholeList(get, '/apis/batch/v1/jobs', { kind: 'JobList' }), (item) => {
      const meta = placedMetaOf(item, 'a job')
      const what = `job ${meta.namespace}/${meta.name}`
      return { ...meta, conditions: conditionsOf(part(item.status, what).conditions, what) }
    }),
})
