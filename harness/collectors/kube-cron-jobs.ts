import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { object, text } from '../model/parse.ts'
import { longestCronGapSeconds } from './kubernetes/cron.ts'
import { mapped, wholeList } from './kubernetes/list.ts'
import { type Meta, placedMetaOf } from './kubernetes/metadata.ts'
import { given, isOn, maybe, part, type Shape } from './kubernetes/parts.ts'

/** Something that runs on a schedule. */
export interface KubeCronJob extends Meta {
  readonly namespace: string
  readonly schedule: string
  /** Longest time that the schedule leaves between two runs. */
  readonly intervalSeconds: number
  readonly isSuspended: boolean
  /** When a run was last begun, and when one last ended well: the one is not the other. */
  readonly begunAt?: string
  readonly succeededAt?: string
}

declare module '../model/facts.ts' {
  interface LabFacts {
    kubeCronJobs: Census<KubeCronJob>
  }
}

/** @source GET /apis/batch/v1/cronjobs */
export const kubeCronJobs = apiCollector('kubeCronJobs', {
  api: 'kubernetes',
  read: async (get): Promise<Census<KubeCronJob>> =>
    mapped(await wholeList(get, '/apis/batch/v1/cronjobs', { kind: 'CronJobList' }), cronJobOf),
})

function cronJobOf(item: Shape): KubeCronJob {
  const meta = placedMetaOf(item, 'a cron job')
  const what = `cron job ${meta.namespace}/${meta.name}`
  const spec = object(item.spec, `spec of ${what}`)
  const status = part(item.status, `status of ${what}`)
  const schedule = text(spec.schedule, `schedule of ${what}`)
  return {
    ...meta,
    schedule,
    intervalSeconds: longestCronGapSeconds(schedule),
    isSuspended: isOn(spec.suspend, `suspend of ${what}`),
    ...maybe('begunAt', given(status.lastScheduleTime, `lastScheduleTime of ${what}`, text)),
    ...maybe('succeededAt', given(status.lastSuccessfulTime, `last success of ${what}`, text)),
  }
}
