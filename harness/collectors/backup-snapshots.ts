import type { Census } from '../model/census.ts'
import { apiCollector, type Get } from '../model/collector.ts'
import { flag, list, number, object, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { namespacesOf } from './backup-stores.ts'
import { backupsOf } from './pbs/asked.ts'
import { moment, optional } from './pbs/job-run.ts'
import { startOf } from './pbs/upid.ts'
import { API, rowsOf } from './proxmox/answer.ts'

/** One restore point at the backup server. */
export interface BackupSnapshot {
  readonly store: string
  /** `''` is the root. */
  readonly namespace: string
  readonly type: 'vm' | 'ct' | 'host'
  /** Of a guest, its number at the hypervisor. */
  readonly id: string
  /** When it was begun, on the clock of whoever made it. */
  readonly at: string
  /** Of all its files; absent while it is made, or when its manifest cannot be read. */
  readonly bytes?: number
  readonly files: readonly string[]
  /** Absent when nobody ever read it back. */
  readonly verification?: { readonly state: string; readonly at: string }
  readonly isProtected: boolean
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Restore points of every namespace of the declared stores; complete when all of them answered. */
    backupSnapshots: Census<BackupSnapshot>
  }
}

/**
 * Restore points. The list of one namespace holds none of another: each is asked.
 *
 * @source GET /admin/datastore/{store}/namespace, /admin/datastore/{store}/snapshots?ns=…
 */
export const backupSnapshots = apiCollector('backupSnapshots', {
  api: 'pbs',
  read: async (get, inventory): Promise<Census<BackupSnapshot>> => {
    const items: BackupSnapshot[] = []
    const reasons: string[] = []
    for (const store of backupsOf(inventory).stores)
      for (const namespace of await namespacesOf(get, store)) {
        const found = await snapshotsOrReason(get, store, namespace)
        if (typeof found === 'string') reasons.push(found)
        else items.push(...found)
      }
    return reasons.length === 0
      ? { items, complete: true }
      : { items, complete: false, because: reasons.join('; ') }
  },
})

async function snapshotsOrReason(
  get: Get,
  store: string,
  namespace: string,
): Promise<readonly BackupSnapshot[] | string> {
  const path = `${API}/admin/datastore/${store}/snapshots?ns=${encodeURIComponent(namespace)}`
  try {
    return rowsOf(await get(path), path).map((row) => snapshotOf(row, store, namespace))
  } catch (error) {
    if (error instanceof Unseen) return `snapshots of ${store}/${namespace}: ${error.message}`
    throw error
  }
}

function snapshotOf(
  row: Readonly<Record<string, unknown>>,
  store: string,
  namespace: string,
): BackupSnapshot {
  const type = text(row['backup-type'], 'backup-type of a snapshot')
  const id = text(row['backup-id'], 'backup-id of a snapshot')
  const what = `snapshot ${type}/${id} in ${store}`
  if (type !== 'vm' && type !== 'ct' && type !== 'host')
    throw new Unseen('not understood', `${what} is of no known type`)
  return {
    store,
    namespace,
    type,
    id,
    at: moment(row['backup-time'], `backup-time of ${what}`),
    ...optional('bytes', row.size, (value) => number(value, `size of ${what}`)),
    files: list(row.files, `files of ${what}`).map((file) =>
      text(object(file, `a file of ${what}`).filename, `filename in ${what}`),
    ),
    ...optional('verification', row.verification, (value) => {
      const { state, upid } = object(value, `verification of ${what}`)
      return {
        state: text(state, `state of the verification of ${what}`),
        at: startOf(text(upid, `upid of the verification of ${what}`)),
      }
    }),
    // Left out means no, as documented.
    isProtected: row.protected === undefined ? false : flag(row.protected, `protected of ${what}`),
  }
}
