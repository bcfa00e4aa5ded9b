import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { number, object, text } from '../model/parse.ts'
import { longhornList } from './kubernetes/longhorn.ts'
import { type Shape, textsByName, words } from './kubernetes/parts.ts'

/** Something that Longhorn does with volumes again and again. */
export interface LonghornJob {
  readonly name: string
  /** `snapshot`, `snapshot-force-create`, `backup`, `snapshot-cleanup` … */
  readonly task: string
  readonly cron: string
  /** Groups of volumes; `default` has those that are in no other group and no job. */
  readonly groups: readonly string[]
  /** How many are kept. */
  readonly retain: number
  readonly parameters: Readonly<Record<string, string>>
}

declare module '../model/facts.ts' {
  interface LabFacts {
    longhornJobs: Census<LonghornJob>
  }
}

/** @source GET recurringjobs of longhorn.io/v1beta2 */
export const longhornJobs = apiCollector('longhornJobs', {
  api: 'kubernetes',
  read: (get) => longhornList(get, 'recurringjobs', 'RecurringJob', jobOf),
})

function jobOf(item: Shape): LonghornJob {
  const name = text(object(item.metadata, 'metadata of a job').name, 'name of a job')
  const spec = object(item.spec, `spec of job ${name}`)
  return {
    name,
    task: text(spec.task, `task of job ${name}`),
    cron: text(spec.cron, `cron of job ${name}`),
    groups: words(spec.groups, `groups of job ${name}`),
    retain: spec.retain === undefined ? 0 : number(spec.retain, `retain of job ${name}`),
    parameters: textsByName(spec.parameters, `parameters of job ${name}`),
  }
}
