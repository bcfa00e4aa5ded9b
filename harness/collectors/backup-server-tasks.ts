import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { moment, optional } from './pbs/job-run.ts'
import { API, rowsOf } from './proxmox/answer.ts'

/** A task that the backup server has on record. */
export interface BackupServerTask {
  /** `backup`, `verificationjob`, `prunejob`, `syncjob`, `garbage_collection` … */
  readonly type: string
  /** What it was about, e.g. `main:vm/101`; absent for the server itself. */
  readonly about?: string
  readonly startedAt: string
  /** Absent while it runs. */
  readonly endedAt?: string
  /** `OK`, `WARNINGS: n`, or what went wrong; absent while it runs. */
  readonly status?: string
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** The newest tasks; complete when the list reaches back to the first on record, else back to its last. */
    backupServerTasks: Census<BackupServerTask>
  }
}

const LIMIT = 1000
const PATH = `${API}/nodes/localhost/tasks?limit=${LIMIT}`

/** @source GET /nodes/localhost/tasks; without Sys.Audit only the token's own tasks */
export const backupServerTasks = apiCollector('backupServerTasks', {
  api: 'pbs',
  read: async (get): Promise<Census<BackupServerTask>> => {
    const items = rowsOf(await get(PATH), PATH).map((row) => ({
      type: text(row.worker_type, 'worker_type of a task'),
      ...optional('about', row.worker_id, (value) => text(value, 'worker_id of a task')),
      startedAt: moment(row.starttime, 'starttime of a task'),
      ...optional('endedAt', row.endtime, (value) => moment(value, 'endtime of a task')),
      ...optional('status', row.status, (value) => text(value, 'status of a task')),
    }))
    // One that never did anything, and one that shows us nothing, look the same.
    if (items.length === 0) throw new Unseen('not permitted', `GET ${PATH} lists no task at all`)
    return items.length >= LIMIT
      ? { items, complete: false, because: `more than ${LIMIT} tasks on record` }
      : { items, complete: true }
  },
})
