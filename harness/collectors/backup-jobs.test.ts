import { expect, test } from 'vitest'
import { backupJobs } from './backup-jobs.ts'
import { answering } from './text/answers.ts'
import { inventory } from './text/stage.ts'

const read = (job: object, children: object[] = []) =>
  backupJobs.read(
    answering({
      '/api2/json/cluster/backup': { data: [{ id: 'nightly', schedule: '02:00', ...job }] },
      '/api2/json/cluster/backup/nightly/included_volumes': { data: { children } },
    }),
    { ...inventory, backups: { stores: ['main'], tiers: {}, jobs: {} } },
  )

test('a job without the key "enabled" is enabled, and tells which volumes it takes', async () => {
  const volume = { id: 'scsi1', name: 'fast:vm-101-disk-1', included: 0, reason: 'backup=no' }

  expect(
    await read({ storage: 'pbs', 'next-run': 1_700_000_000, 'prune-backups': 'keep-daily=7' }, [
      { id: 101, type: 'qemu', name: 'postgres', children: [volume] },
    ]),
  ).toEqual([
    {
      id: 'nightly',
      isEnabled: true,
      schedule: '02:00',
      intervalSeconds: 86_400,
      nextAt: '2023-11-14T22:13:20.000Z',
      storage: 'pbs',
      keep: { 'keep-daily': '7' },
      guests: [{ vmid: 101, volumes: [{ key: 'scsi1', isIncluded: false, reason: 'backup=no' }] }],
    },
  ])
})

test('rules of retention are also taken as an object', async () => {
  const [job] = await read({ enabled: 0, 'prune-backups': { 'keep-all': '1' } })

  expect(job).toMatchObject({ isEnabled: false, keep: { 'keep-all': '1' } })
})
