import { apiCollector, type Get } from '../model/collector.ts'
import { flag, number, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { optional } from './pbs/job-run.ts'
import { API, objectOf, rowsOf } from './proxmox/answer.ts'

/** A datastore of the backup server. */
export interface BackupStore {
  readonly name: string
  /** Mount point or folder; of a store in S3, its cache. */
  readonly path: string
  /** Kind of store behind it, e.g. `filesystem` or `s3`. */
  readonly backend: string
  /** Present when it is taken out of service, e.g. `type=offline`. */
  readonly maintenance?: string
  /** Whether new backups are verified as they arrive. */
  readonly verifiesNew: boolean
  readonly totalBytes: number
  readonly availableBytes: number
  /** Namespaces below the root, which is `''`. */
  readonly namespaces: readonly string[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Every datastore that our token may see. */
    backupStores: readonly BackupStore[]
  }
}

const PATH = `${API}/config/datastore`

/**
 * Datastores with their room and namespaces. One that is out of service answers no status: then nothing is said of any.
 *
 * @source GET /config/datastore, /admin/datastore/{store}/status, /admin/datastore/{store}/namespace
 */
export const backupStores = apiCollector('backupStores', {
  api: 'pbs',
  read: async (get): Promise<readonly BackupStore[]> => {
    const stores: BackupStore[] = []
    for (const row of rowsOf(await get(PATH), PATH)) stores.push(await storeOf(get, row))
    // One that has no datastore, and one that shows us none, look the same.
    if (stores.length === 0) throw new Unseen('not permitted', `GET ${PATH} lists no datastore`)
    return stores
  },
})

async function storeOf(get: Get, row: Readonly<Record<string, unknown>>): Promise<BackupStore> {
  const name = text(row.name, 'name of a datastore')
  const status = `${API}/admin/datastore/${name}/status`
  const room = objectOf(await get(status), status)
  const backend = row.backend === undefined ? '' : text(row.backend, `backend of ${name}`)
  return {
    name,
    path: text(row.path, `path of ${name}`),
    // Before release 4 there was no other kind, and none was named.
    backend: /(?:^|,)type=([^,]+)/.exec(backend)?.[1] ?? 'filesystem',
    ...optional('maintenance', row['maintenance-mode'], (value) =>
      text(value, `maintenance-mode of ${name}`),
    ),
    // Documented as off without the key.
    verifiesNew:
      row['verify-new'] === undefined ? false : flag(row['verify-new'], `verify-new of ${name}`),
    totalBytes: number(room.total, `total of ${name}`),
    availableBytes: number(room.avail, `avail of ${name}`),
    namespaces: await namespacesOf(get, name),
  }
}

/** Names of a store's namespaces, the root (`''`) among them. */
export async function namespacesOf(get: Get, store: string): Promise<readonly string[]> {
  const path = `${API}/admin/datastore/${store}/namespace`
  const names = rowsOf(await get(path), path).map(({ ns }) => text(ns, `a namespace of ${store}`))
  if (!names.includes(''))
    throw new Unseen('not permitted', `GET ${path} lists no root, which every datastore has`)
  return names
}
