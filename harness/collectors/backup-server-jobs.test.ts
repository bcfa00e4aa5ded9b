import { expect, test } from 'vitest'
import { backupServerJobs } from './backup-server-jobs.ts'
import { answering } from './text/answers.ts'
import { inventory } from './text/stage.ts'

interface Lists {
  readonly verify?: object[]
  readonly prune?: object[]
  readonly sync?: object[]
  readonly gc?: object[]
}

const read = ({ gc = [{ store: 'main' }], ...lists }: Lists) =>
  backupServerJobs.read(
    answering({
      '/api2/json/admin/verify': { data: lists.verify ?? [] },
      '/api2/json/admin/prune': { data: lists.prune ?? [] },
      '/api2/json/admin/sync?sync-direction=all': { data: lists.sync ?? [] },
      '/api2/json/admin/gc': { data: gc },
    }),
    inventory,
  )

test('a job has its scope and its last run; what never ran has none', async () => {
  const ran = { 'last-run-state': 'OK', 'last-run-endtime': 1_700_000_000, schedule: 'daily' }
  const jobs = await read({
    verify: [{ id: 'v', store: 'main', ns: 'lab', 'max-depth': 0, 'outdated-after': 30, ...ran }],
    prune: [{ id: 'p', store: 'main', schedule: 'daily', disable: true, 'keep-daily': 7 }],
    gc: [{ store: 'main', ...ran, 'still-bad': 0, 'index-data-bytes': 30, 'disk-bytes': 10 }],
  })
  const seen = {
    schedule: 'daily',
    lastState: 'OK',
    lastEndedAt: '2023-11-14T22:13:20.000Z',
  }

  expect(jobs).toEqual({
    verify: [
      {
        id: 'v',
        store: 'main',
        namespace: 'lab',
        maxDepth: 0,
        ignoresVerified: true,
        outdatedAfterDays: 30,
        ...seen,
      },
    ],
    prune: [
      { id: 'p', store: 'main', schedule: 'daily', isEnabled: false, keep: { 'keep-daily': 7 } },
    ],
    sync: [],
    gc: [{ store: 'main', ...seen, stillBad: 0, referredBytes: 30, diskBytes: 10 }],
  })
})

test('a job that pushes is told from one that pulls', async () => {
  const job = { id: 's', store: 'main', 'remote-store': 'copy', remote: 'far' }
  const { sync } = await read({ sync: [{ ...job, 'sync-direction': 'push' }, job] })

  expect(sync.map(({ direction, removesVanished }) => ({ direction, removesVanished }))).toEqual([
    { direction: 'push', removesVanished: false },
    { direction: 'pull', removesVanished: false },
  ])
})

test('a server that lists no datastore shows us nothing', async () => {
  await expect(read({ gc: [] })).rejects.toThrow('no datastore at all')
})
