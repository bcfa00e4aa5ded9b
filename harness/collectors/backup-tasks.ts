import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { backupsOf } from './pbs/asked.ts'
import { moment, optional } from './pbs/job-run.ts'
import { API, rowsOf } from './proxmox/answer.ts'

/** A run of a backup job that the hypervisor has on record. */
export interface BackupTask {
  readonly startedAt: string
  /** Absent while it runs. */
  readonly endedAt?: string
  /** `OK`, `job errors`, `WARNINGS: n`; absent while it runs. */
  readonly status?: string
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Backup runs still on record, newest first. */
    backupTasks: Census<BackupTask>
  }
}

const LIMIT = 500

/** @source GET /nodes/{node}/tasks?typefilter=vzdump; without Sys.Audit only the token's own tasks */
export const backupTasks = apiCollector('backupTasks', {
  api: 'proxmox',
  read: async (get, inventory): Promise<Census<BackupTask>> => {
    // Where backups lie in a dataset, no backup server is declared.
    if (inventory.zfs === undefined) backupsOf(inventory)
    const { pve } = inventory
    if (!pve) throw new Unseen('not asked', 'the inventory has no "pve": its node is not known')
    const path = `${API}/nodes/${pve.node}/tasks?typefilter=vzdump&source=all&limit=${LIMIT}`
    const items = rowsOf(await get(path), path).map((row) => {
      if (row.type !== 'vzdump')
        throw new Unseen('not understood', 'asked for backup tasks, got others')
      return {
        startedAt: moment(row.starttime, 'starttime of a backup task'),
        ...optional('endedAt', row.endtime, (value) => moment(value, 'endtime of a backup task')),
        ...optional('status', row.status, (value) => text(value, 'status of a backup task')),
      }
    })
    return items.length >= LIMIT
      ? { items, complete: false, because: `more than ${LIMIT} backup tasks on record` }
      : { items, complete: true }
  },
})
