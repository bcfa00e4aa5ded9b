import { apiCollector } from '../model/collector.ts'
import { number, object, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { API, rowsOf } from './proxmox/answer.ts'

/** An archive of a guest that a backup job wrote. */
export interface BackupArchive {
  readonly vmid: number
  readonly storage: string
  readonly at: string
  readonly bytes: number
  /** What the backup server found when it read it back; absent elsewhere. */
  readonly verification?: string
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Archives on every storage that a backup job writes to. */
    backupArchives: readonly BackupArchive[]
  }
}

const JOBS = `${API}/cluster/backup`

/** @source GET /cluster/backup, /nodes/{node}/storage/{storage}/content?content=backup, of the first node */
export const backupArchives = apiCollector('backupArchives', {
  api: 'proxmox',
  read: async (get, { pve, backup }): Promise<readonly BackupArchive[]> => {
    if (!backup || !pve) throw new Unseen('not asked', 'the inventory has no "backup", or no "pve"')
    const jobs = rowsOf(await get(JOBS), JOBS)
    const storages = new Set(
      jobs.flatMap(({ storage }) =>
        storage === undefined ? [] : [text(storage, 'storage of a job')],
      ),
    )
    const found: BackupArchive[] = []
    for (const storage of storages) {
      const path = `${API}/nodes/${pve.node}/storage/${storage}/content?content=backup`
      for (const row of rowsOf(await get(path), path)) {
        const id = text(row.volid, 'volid of an archive')
        found.push({
          vmid: number(row.vmid, `vmid of ${id}`),
          storage,
          at: new Date(number(row.ctime, `ctime of ${id}`) * 1000).toISOString(),
          bytes: number(row.size, `size of ${id}`),
          ...(row.verification === undefined
            ? {}
            : {
                verification: text(
                  object(row.verification, `verification of ${id}`).state,
                  `state of ${id}`,
                ),
              }),
        })
      }
    }
    return found
  },
})
