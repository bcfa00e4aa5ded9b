import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Night } from '../../reports/night.ts'
import { folder } from '../../reports/testdata/folder.ts'
import { keepNight } from './history.ts'

const night = (day: number): Night => ({
  ...{ schema: 'plumbline/night/1', lab: 'zero-trust', target: 'live', exit: 0 },
  ...{ judged: true, changes: [], told: [] },
  startedAt: `2026-11-${day}T03:30:00.000Z`,
  endedAt: `2026-11-${day}T03:31:00.000Z`,
})

test('so many nights are kept, and what is no night is left alone', async () => {
  const dir = await folder()
  await writeFile(join(dir, 'told.json'), '')
  for (const day of [11, 12, 13, 14]) await keepNight(dir, night(day), 2)
  expect(await readdir(dir)).toEqual([
    '2026-11-13T03-30-00.000Z.night.json',
    '2026-11-14T03-30-00.000Z.night.json',
    'told.json',
  ])
})
