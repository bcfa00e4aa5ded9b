import { expect, test } from 'vitest'
import { backupStores } from './backup-stores.ts'
import { answering } from './text/answers.ts'
import { inventory } from './text/stage.ts'

const read = (...stores: object[]) =>
  backupStores.read(
    answering({
      '/api2/json/config/datastore': { data: stores },
      '/api2/json/admin/datastore/main/status': { data: { total: 100, used: 60, avail: 40 } },
      '/api2/json/admin/datastore/main/namespace': { data: [{ ns: '' }] },
    }),
    inventory,
  )

test('a store tells its kind, its room and whether it is out of service', async () => {
  const main = { name: 'main', path: '/mnt/main' }
  const about = { totalBytes: 100, availableBytes: 40, namespaces: [''] }

  expect(await read(main)).toEqual([
    { ...main, backend: 'filesystem', verifiesNew: false, ...about },
  ])
  expect(
    await read({
      ...main,
      backend: 'type=s3,client=aws,bucket=homelab',
      'maintenance-mode': 'type=read-only',
      'verify-new': true,
    }),
  ).toEqual([
    { ...main, backend: 's3', maintenance: 'type=read-only', verifiesNew: true, ...about },
  ])
})

test('a server without a datastore shows us nothing', async () => {
  await expect(read()).rejects.toThrow('lists no datastore')
})

test('a store that does not answer costs all of them', async () => {
  await expect(read({ name: 'other', path: '/mnt/other' })).rejects.toThrow('403')
})
