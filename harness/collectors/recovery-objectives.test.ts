import { expect, test } from 'vitest'
import type { Inventory } from '../model/inventory.ts'
import { recoveryObjectives } from './recovery-objectives.ts'

const read = (page: string) =>
  recoveryObjectives.read({ list: async () => ['O.md'], read: async () => page }, {
    recovery: { runbooks: 'O.md' },
  } as Inventory)

test('rows are read with their units, and a cell without a unit is no span', async () => {
  const page = `## Recovery Objectives

| Tier | RPO | RTO | what |
|---|---|---|---|
| 1 | 24 h | 60 min | databases |
| Tier 2 | 7 days | 2m | rest |

## Later

| 3 | 1 h | 1 h |
`
  expect(await read(page)).toEqual([
    { tier: 1, pointSeconds: 86_400, timeSeconds: 3600 },
    { tier: 2, pointSeconds: 604_800 },
  ])
})

test('a heading without a table promises nothing', async () => {
  expect(await read('## Recovery Objectives\n\nTo do.\n')).toEqual([])
})
