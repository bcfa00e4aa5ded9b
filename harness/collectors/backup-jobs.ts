import { apiCollector, type Get } from '../model/collector.ts'
import { flag, list, number, object, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { expectsBackups } from './pbs/asked.ts'
import { moment, optional } from './pbs/job-run.ts'
import { API, objectOf, rowsOf } from './proxmox/answer.ts'
import { longestGapSeconds } from './proxmox/calendar.ts'
import { keepOf } from './proxmox/keep.ts'

/** A volume of a guest, and what the job makes of it. */
export interface JobVolume {
  /** Key in the guest's configuration, e.g. `scsi0`. */
  readonly key: string
  readonly isIncluded: boolean
  readonly reason: string
}

/** A scheduled backup job of the hypervisor. */
export interface BackupJob {
  readonly id: string
  readonly isEnabled: boolean
  readonly schedule: string
  /** Longest time that the schedule leaves between two runs. */
  readonly intervalSeconds: number
  /** Absent when nothing will start it. */
  readonly nextAt?: string
  /** Where to; absent when it writes into a folder. */
  readonly storage?: string
  /** Only run on this node; absent: on all. */
  readonly node?: string
  /** `keep-daily` and so on; absent when those of its storage hold. */
  readonly keep?: Readonly<Record<string, string>>
  /** The guests that it takes now, with all of their volumes. */
  readonly guests: readonly {
    readonly vmid: number
    readonly volumes: readonly JobVolume[]
  }[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    backupJobs: readonly BackupJob[]
  }
}

const PATH = `${API}/cluster/backup`

/**
 * Backup jobs, with what each of them takes as the hypervisor itself works it out.
 *
 * @source GET /cluster/backup, /cluster/backup/{id}/included_volumes; guests that the token may not see are left out
 */
export const backupJobs = apiCollector('backupJobs', {
  api: 'proxmox',
  read: async (get, inventory): Promise<readonly BackupJob[]> => {
    expectsBackups(inventory)
    const jobs: BackupJob[] = []
    for (const row of rowsOf(await get(PATH), PATH)) jobs.push(await jobOf(get, row))
    return jobs
  },
})

async function jobOf(get: Get, row: Readonly<Record<string, unknown>>): Promise<BackupJob> {
  const id = text(row.id, 'id of a backup job')
  if (!/^[\w.-]+$/.test(id)) throw new Unseen('not understood', 'the id of a backup job is no word')
  const volumes = `${PATH}/${id}/included_volumes`
  const schedule = text(row.schedule, `schedule of ${id}`)
  return {
    id,
    // Documented as enabled without the key.
    isEnabled: row.enabled === undefined || flag(row.enabled, `enabled of ${id}`),
    schedule,
    intervalSeconds: longestGapSeconds(schedule),
    ...optional('nextAt', row['next-run'], (value) => moment(value, `next-run of ${id}`)),
    ...optional('storage', row.storage, (value) => text(value, `storage of ${id}`)),
    ...optional('node', row.node, (value) => text(value, `node of ${id}`)),
    ...optional('keep', row['prune-backups'], (value) => keepOf(value, `prune-backups of ${id}`)),
    guests: list(objectOf(await get(volumes), volumes).children, `guests of ${id}`).map((value) => {
      const guest = object(value, `a guest of ${id}`)
      const vmid = number(guest.id, `vmid of a guest of ${id}`)
      return { vmid, volumes: volumesOf(guest.children, `volumes of ${vmid} in ${id}`) }
    }),
  }
}

const volumesOf = (value: unknown, what: string): readonly JobVolume[] =>
  list(value ?? [], what).map((one) => {
    const volume = object(one, `one of the ${what}`)
    return {
      key: text(volume.id, `id of one of the ${what}`),
      isIncluded: flag(volume.included, `included of one of the ${what}`),
      reason: text(volume.reason, `reason of one of the ${what}`),
    }
  })
