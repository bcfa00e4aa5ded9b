import { apiCollector } from '../model/collector.ts'
import { flag, number, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { type JobRun, jobRunOf, optional } from './pbs/job-run.ts'
import { API, rowsOf } from './proxmox/answer.ts'

/** Which part of a store a job is about. */
interface JobScope {
  readonly id: string
  readonly store: string
  /** Absent: the root, and so with all below unless `maxDepth` says otherwise. */
  readonly namespace?: string
  /** Levels below the namespace; absent: all. */
  readonly maxDepth?: number
}

export interface VerifyJob extends JobRun, JobScope {
  /** Whether what was verified once is left out. */
  readonly ignoresVerified: boolean
  /** Days after which it is verified again all the same; absent: never. */
  readonly outdatedAfterDays?: number
}

export interface PruneJob extends JobRun, JobScope {
  readonly isEnabled: boolean
  /** `keep-daily` and so on; empty keeps everything. */
  readonly keep: Readonly<Record<string, number>>
}

export interface SyncJob extends JobRun, JobScope {
  readonly direction: 'pull' | 'push'
  /** Absent when the other store is on the same server. */
  readonly remote?: string
  readonly remoteStore: string
  /** Whether what is gone at the source is deleted at the target too. */
  readonly removesVanished: boolean
}

export interface GarbageCollection extends JobRun {
  readonly store: string
  /** Chunks found broken that are still in use; absent before the first run. */
  readonly stillBad?: number
  /** What the indexes refer to, before anything is shared; absent before the first run. */
  readonly referredBytes?: number
  readonly diskBytes?: number
}

export interface BackupServerJobs {
  readonly verify: readonly VerifyJob[]
  readonly prune: readonly PruneJob[]
  readonly sync: readonly SyncJob[]
  readonly gc: readonly GarbageCollection[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    backupServerJobs: BackupServerJobs
  }
}

type Shape = { readonly [member: string]: unknown }

/** Without the direction, only jobs that pull are listed. */
const PATHS = {
  verify: `${API}/admin/verify`,
  prune: `${API}/admin/prune`,
  sync: `${API}/admin/sync?sync-direction=all`,
  gc: `${API}/admin/gc`,
}

/**
 * Everything that the backup server does by itself, with its last run.
 *
 * @source GET /admin/verify, /admin/prune, /admin/sync?sync-direction=all, /admin/gc
 */
export const backupServerJobs = apiCollector('backupServerJobs', {
  api: 'pbs',
  read: async (get): Promise<BackupServerJobs> => {
    const gc = rowsOf(await get(PATHS.gc), PATHS.gc).map(gcOf)
    // Every datastore has one, run or not: without any, nothing is shown to us.
    if (gc.length === 0)
      throw new Unseen('not permitted', `GET ${PATHS.gc} lists no datastore at all`)
    return {
      verify: rowsOf(await get(PATHS.verify), PATHS.verify).map(verifyOf),
      prune: rowsOf(await get(PATHS.prune), PATHS.prune).map(pruneOf),
      sync: rowsOf(await get(PATHS.sync), PATHS.sync).map(syncOf),
      gc,
    }
  },
})

function scopeOf(row: Shape, kind: string): JobScope & JobRun {
  const id = text(row.id, `id of a ${kind} job`)
  const what = `${kind} job ${id}`
  return {
    id,
    store: text(row.store, `store of ${what}`),
    ...optional('namespace', row.ns, (value) => text(value, `ns of ${what}`)),
    ...optional('maxDepth', row['max-depth'], (value) => number(value, `max-depth of ${what}`)),
    ...jobRunOf(row, what),
  }
}

/** An option that is written only where it differs from its documented default. */
const option = (row: Shape, key: string, without: boolean): boolean =>
  row[key] === undefined ? without : flag(row[key], key)

const verifyOf = (row: Shape): VerifyJob => ({
  ...scopeOf(row, 'verify'),
  ignoresVerified: option(row, 'ignore-verified', true),
  ...optional('outdatedAfterDays', row['outdated-after'], (value) =>
    number(value, 'outdated-after'),
  ),
})

const pruneOf = (row: Shape): PruneJob => ({
  ...scopeOf(row, 'prune'),
  isEnabled: !option(row, 'disable', false),
  keep: Object.fromEntries(
    Object.entries(row)
      .filter(([key]) => key.startsWith('keep-'))
      .map(([key, value]) => [key, number(value, key)]),
  ),
})

const syncOf = (row: Shape): SyncJob => ({
  ...scopeOf(row, 'sync'),
  direction: row['sync-direction'] === 'push' ? 'push' : 'pull',
  ...optional('remote', row.remote, (value) => text(value, 'remote of a sync job')),
  remoteStore: text(row['remote-store'], 'remote-store of a sync job'),
  removesVanished: option(row, 'remove-vanished', false),
})

function gcOf(row: Shape): GarbageCollection {
  const store = text(row.store, 'store of a garbage collection')
  const count = (value: unknown) => number(value, `a count of the garbage collection of ${store}`)
  return {
    store,
    ...jobRunOf(row, `garbage collection of ${store}`),
    ...optional('stillBad', row['still-bad'], count),
    ...optional('referredBytes', row['index-data-bytes'], count),
    ...optional('diskBytes', row['disk-bytes'], count),
  }
}
