import { expect, test } from 'vitest'
import { proxmoxStorages } from './proxmox-storages.ts'
import { answering } from './text/answers.ts'
import { inventory } from './text/stage.ts'

const read = (rights: object) =>
  proxmoxStorages.read(
    answering({
      '/api2/json/storage': {
        data: [
          { storage: 'fast', type: 'zfspool', pool: 'rpool/vms', content: 'images,rootdir' },
          {
            storage: 'pbs',
            type: 'pbs',
            datastore: 'main',
            content: 'backup',
            'prune-backups': 'keep-last=3',
          },
        ],
      },
      '/api2/json/nodes': { data: [{ node: 'pve' }] },
      '/api2/json/nodes/pve/storage': {
        data: [
          { storage: 'fast', type: 'zfspool', enabled: 1, active: 1, content: 'rootdir,images' },
          { storage: 'pbs', type: 'pbs', enabled: 1, active: 0, content: 'backup' },
        ],
      },
      '/api2/json/access/permissions': { data: rights },
    }),
    inventory,
  )

test('a storage has its pool from the configuration and its state from the node', async () => {
  const { items, complete } = await read({ '/storage': { 'Datastore.Audit': 1 } })

  expect(complete).toBe(true)
  expect(items).toEqual([
    {
      name: 'fast',
      node: 'pve',
      type: 'zfspool',
      isEnabled: true,
      isActive: true,
      content: ['images', 'rootdir'],
      pool: 'rpool/vms',
    },
    {
      name: 'pbs',
      node: 'pve',
      type: 'pbs',
      isEnabled: true,
      isActive: false,
      content: ['backup'],
      datastore: 'main',
      keep: { 'keep-last': '3' },
    },
  ])
})

test.each([
  [{ '/storage': { 'VM.Audit': 1 } }],
  [{ '/storage': { 'Datastore.Audit': 0 } }],
  [{ '/storage': { 'Datastore.Audit': 1 }, '/storage/old': { 'VM.Audit': 1 } }],
])('a token that may not see every storage cannot say that there is no other', async (rights) => {
  expect(await read(rights)).toMatchObject({ complete: false })
})
