import { expect, test } from 'vitest'
import { reconciler } from './reconciler.ts'
import { read } from './text/answer.ts'

const said = { revision: 'a', epoch: 1764300000, automatic: true, prune: true, outOfSync: [] }

test('a report is read, and one that was shortened is not', () => {
  expect(read(reconciler, JSON.stringify(said))).toEqual({
    revision: 'a',
    at: new Date(1764300000 * 1000).toISOString(),
    isAutomatic: true,
    prunes: true,
    outOfSync: [],
  })
  expect(() => read(reconciler, JSON.stringify({ ...said, prune: undefined }))).toThrow()
})
