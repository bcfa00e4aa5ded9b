import { expect, test } from 'vitest'
import type { Inventory } from '../model/inventory.ts'
import { backupArchives } from './backup-archives.ts'
import { answering } from './text/answers.ts'
import { inventory } from './text/stage.ts'

const lab = { ...inventory, backup: {}, pve: { node: 'pve' } } as unknown as Inventory
const jobs = { '/api2/json/cluster/backup': { data: [{ id: 'a', storage: 'nas' }] } }
const path = '/api2/json/nodes/pve/storage/nas/content?content=backup'
const archive = { volid: 'nas:backup/a', vmid: 101, ctime: 1764300000, size: 5 }

test('archives are listed where jobs write them', async () => {
  const data = [archive, { ...archive, verification: { state: 'ok' } }]
  const at = new Date(1764300000 * 1000).toISOString()
  expect(await backupArchives.read(answering({ ...jobs, [path]: { data } }), lab)).toEqual([
    { vmid: 101, storage: 'nas', at, bytes: 5 },
    { vmid: 101, storage: 'nas', at, bytes: 5, verification: 'ok' },
  ])
})

test('a storage that does not answer leaves nothing to say', async () => {
  await expect(backupArchives.read(answering(jobs), lab)).rejects.toThrow()
})
