import { expect, test } from 'vitest'
import type { Documents } from '../model/collector.ts'
import type { Inventory } from '../model/inventory.ts'
import { drillRecords } from './drill-records.ts'

const record = {
  schema: 'plumbline/drill/1',
  scenario: 'lxc-loss',
  target: 'containers',
  startedAt: '2026-11-01T10:00:00Z',
  endedAt: '2026-11-01T10:05:00Z',
  recoverySeconds: 41,
  objectiveSeconds: 600,
  result: 'recovered',
  measurements: { steps: [{ command: 'pct start 104', status: 0 }] },
  writtenBy: 'plumbline 0.1.0',
}
const early = { alert: 'GuestDown', provokedAt: '2026-11-01T09:59:00Z', wasFiring: false }
const rebuilt = { lost: 1, restored: 1, unrecoverable: 0, bytes: 1, seconds: 1, unsyncedChanges: 1 }
const read = (...files: unknown[]) => {
  const paths = files.map((_, i) => `docs/drills/${i}.json`)
  const documents: Documents = {
    list: async () => [...paths, 'docs/drills/README.md', 'docs/other.json'],
    read: async (path) => JSON.stringify(files[paths.indexOf(path)]),
  }
  return drillRecords.read(documents, { recovery: { records: 'docs/drills' } } as Inventory)
}

test('records are read, the oldest first', async () => {
  const newer = { ...record, endedAt: '2026-11-02T10:05:00Z' }
  const found = await read(newer, record)
  expect(found.map(({ file }) => file)).toEqual(['docs/drills/1.json', 'docs/drills/0.json'])
})

test('no record is an answer', async () => {
  expect(await read()).toEqual([])
})

test.each([
  ['typed by hand', { writtenBy: 'ana' }],
  ['that nobody wrote', { writtenBy: undefined }],
  ['that measured nothing', { measurements: {} }],
  ['of an unknown kind', { schema: 'plumbline/drill/2' }],
  ['of the embedded lab', { target: 'embedded' }],
  ['without a time zone', { startedAt: '2026-11-01T10:00:00' }],
  ['that recovered for longer than it lasted', { recoverySeconds: 301 }],
  ['that is late and well', { objectiveSeconds: 30 }],
  ['with half a measurement', { measurements: { boots: [{ kind: 'cold' }] } }],
  ['of an alert from before the drill', { measurements: { alerts: [early] } }],
  ['whose rebuild outlasts the drill', { measurements: { restore: { ...rebuilt, seconds: 301 } } }],
  ['with a time in words', { recoverySeconds: '41' }],
])('a record %s does not count', async (_, change) => {
  await expect(read({ ...record, ...change })).rejects.toThrow(
    expect.objectContaining({ reason: 'not understood' }),
  )
})
