import { expect, test } from 'vitest'
import { complianceRuns } from './compliance-runs.ts'
import { inventory } from './text/stage.ts'

const run = {
  schema: 'plumbline/run/1',
  lab: 'home',
  target: 'live',
  startedAt: '2026-11-20T03:00:00Z',
  summary: { pass: 200, fail: 1, unverifiable: 3, waived: 2, notApplicable: 9 },
}
const read = (...runs: object[]) => {
  const paths = runs.map((_, i) => `reports/compliance/${i}.json`)
  return complianceRuns.read(
    {
      list: async () => [...paths, 'reports/compliance/README.md'],
      read: async (path) => JSON.stringify(runs[paths.indexOf(path)]),
    },
    inventory,
  )
}

test('what was judged is told from what was not applicable', async () => {
  expect(await read(run)).toEqual([
    {
      file: 'reports/compliance/0.json',
      lab: 'home',
      target: 'live',
      startedAt: '2026-11-20T03:00:00Z',
      judged: 206,
      unverifiable: 3,
    },
  ])
})

test.each([
  [{ ...run, schema: 'other' }],
  [{ ...run, startedAt: 'yesterday' }],
  [{ ...run, summary: {} }],
])('a file that no run wrote does not count', async (odd) => {
  await expect(read(odd)).rejects.toThrow(expect.objectContaining({ reason: 'not understood' }))
})
