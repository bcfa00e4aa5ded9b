import { expect, test } from 'vitest'
import { proxmoxStorages } from './proxmox-storages.ts'
import { answering } from './text/answers.ts'
import { inventory } from './text/stage.ts'

const read = (rights: object, more: object = { type: 'iscsi', portal: '10.0.0.9:3260' }) =>
  proxmoxStorages.read(
    answering({
      '/api2/json/storage': {
        data: [
          { storage: 'fast', type: 'zfspool', pool: 'rpool/vms', content: 'images,rootdir' },
          {
            storage: 'pbs',
            type: 'pbs',
            datastore: 'main',
            namespace: 'pve',
            content: 'backup',
            'prune-backups': 'keep-last=3',
          },
          { storage: 'disk', content: 'none', ...more },
        ],
      },
      '/api2/json/nodes': { data: [{ node: 'pve' }] },
      '/api2/json/nodes/pve/storage': {
        data: [
          { storage: 'fast', type: 'zfspool', enabled: 1, active: 1, content: 'rootdir,images' },
          { storage: 'pbs', type: 'pbs', enabled: 1, active: 0, content: 'backup' },
          { storage: 'disk', type: 'iscsi', enabled: 1, active: 1, shared: 1, content: 'none' },
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
      isShared: false,
      content: ['images', 'rootdir'],
      pool: 'rpool/vms',
    },
    {
      name: 'pbs',
      node: 'pve',
      type: 'pbs',
      isEnabled: true,
      isActive: false,
      isShared: false,
      content: ['backup'],
      datastore: 'main',
      namespace: 'pve',
      keep: { 'keep-last': '3' },
    },
    {
      name: 'disk',
      node: 'pve',
      type: 'iscsi',
      isEnabled: true,
      isActive: true,
      isShared: true,
      content: ['none'],
      server: '10.0.0.9:3260',
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

test('one that nobody set up may be on any machine', async () => {
  const rights = { '/storage': { 'Datastore.Audit': 1 } }
  await expect(read(rights, { storage: 'other', type: 'dir' })).rejects.toThrow('disk')
})
