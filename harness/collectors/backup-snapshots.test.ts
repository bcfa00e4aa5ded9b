import { expect, test } from 'vitest'
import type { Inventory } from '../model/inventory.ts'
import { backupSnapshots } from './backup-snapshots.ts'
import { answering } from './text/answers.ts'
import { inventory } from './text/stage.ts'

const lab: Inventory = { ...inventory, backups: { stores: ['main'], tiers: {}, jobs: {} } }
const at = '/api2/json/admin/datastore/main'
const vm = {
  'backup-type': 'vm',
  'backup-id': '101',
  'backup-time': 1_700_000_000,
  files: [{ filename: 'index.json.blob' }],
}

test('every namespace is walked, and a snapshot says whether it is whole and was read back', async () => {
  const read = await backupSnapshots.read(
    answering({
      [`${at}/namespace`]: { data: [{ ns: '' }, { ns: 'lab/infra' }] },
      [`${at}/snapshots?ns=`]: { data: [vm] },
      [`${at}/snapshots?ns=lab%2Finfra`]: {
        data: [
          {
            ...vm,
            size: 4096,
            protected: true,
            verification: {
              state: 'ok',
              upid: 'UPID:pbs:0000:0000:00:6553F100:verify:x:root@pam:',
            },
          },
        ],
      },
    }),
    lab,
  )

  expect(read).toEqual({
    complete: true,
    items: [
      {
        store: 'main',
        namespace: '',
        type: 'vm',
        id: '101',
        at: '2023-11-14T22:13:20.000Z',
        files: ['index.json.blob'],
        isProtected: false,
      },
      {
        store: 'main',
        namespace: 'lab/infra',
        type: 'vm',
        id: '101',
        at: '2023-11-14T22:13:20.000Z',
        bytes: 4096,
        files: ['index.json.blob'],
        verification: { state: 'ok', at: '2023-11-14T22:13:20.000Z' },
        isProtected: true,
      },
    ],
  })
})

test('a namespace that cannot be read makes the look incomplete', async () => {
  const read = await backupSnapshots.read(
    answering({
      [`${at}/namespace`]: { data: [{ ns: '' }, { ns: 'hidden' }] },
      [`${at}/snapshots?ns=`]: { data: [vm] },
    }),
    lab,
  )

  expect(read).toMatchObject({ complete: false, because: expect.stringContaining('main/hidden') })
})

test('a time of verification that cannot be read is not made up', async () => {
  const odd = { ...vm, verification: { state: 'ok', upid: 'UPID:pbs' } }
  const read = await backupSnapshots.read(
    answering({
      [`${at}/namespace`]: { data: [{ ns: '' }] },
      [`${at}/snapshots?ns=`]: { data: [odd] },
    }),
    lab,
  )

  expect(read).toMatchObject({ items: [], complete: false })
})

test('without backups in the inventory nobody is asked', async () => {
  await expect(backupSnapshots.read(answering({}), inventory)).rejects.toThrow('no "backups"')
})
