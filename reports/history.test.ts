import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { keepRun, pastRuns } from './history.ts'
import { type Run, readRun } from './run.ts'
import { folder } from './testdata/folder.ts'
import { sampleRun } from './testdata/sample.ts'

const night = (day: number): Run => ({
  ...sampleRun(),
  takenAt: `2026-11-${String(day).padStart(2, '0')}T01:38:54.140Z`,
})
const daysOf = (runs: readonly Run[]) => runs.map(({ takenAt }) => Number(takenAt.slice(8, 10)))

test('what was kept is given back as it was, oldest first', async () => {
  const dir = await folder()
  const path = await keepRun(night(21), dir)
  for (const day of [23, 22]) await keepRun(night(day), dir)

  expect(await readRun(path)).toEqual(JSON.parse(JSON.stringify(night(21))))
  expect(daysOf((await pastRuns(dir, night(1))).runs)).toEqual([21, 22, 23])
  expect(daysOf((await pastRuns(dir, night(1), 2)).runs)).toEqual([22, 23])
  expect((await pastRuns(dir, night(1), 0)).runs).toEqual([])
})

test('only so many are kept, and a run once', async () => {
  const dir = await folder()
  for (const day of [1, 2, 3, 4, 4, 5]) await keepRun(night(day), dir, 3)

  expect(daysOf((await pastRuns(dir, night(1))).runs)).toEqual([3, 4, 5])
})

test('other labs and other targets have a past of their own', async () => {
  const dir = await folder()
  await keepRun(night(1), dir)
  await keepRun({ ...night(2), target: 'live' }, dir)
  await keepRun({ ...night(3), lab: 'mine' }, dir)

  expect(daysOf((await pastRuns(dir, { lab: 'zero-trust', target: 'live' })).runs)).toEqual([2])
  expect(daysOf((await pastRuns(dir, { lab: 'mine', target: 'embedded' })).runs)).toEqual([3])
  expect((await pastRuns(dir, { lab: 'nobody', target: 'live' })).runs).toEqual([])
})

test('a night that cannot be read is named, and the others are there', async () => {
  const dir = await folder()
  await keepRun(night(1), dir)
  const place = join(dir, 'zero-trust', 'embedded')
  await writeFile(join(place, '2026-11-02T01-38-54.140Z.run.json.gz'), 'torn')
  await writeFile(join(place, 'notes.txt'), 'mine')
  const { runs, unread } = await pastRuns(dir, night(1))

  expect(daysOf(runs)).toEqual([1])
  expect(unread).toEqual([expect.stringContaining('2026-11-02T01-38-54.140Z.run.json.gz: is not')])
})

test('files that are not ours are never forgotten', async () => {
  const dir = await folder()
  const place = join(dir, 'zero-trust', 'embedded')
  await mkdir(place, { recursive: true })
  await writeFile(join(place, '0-notes.txt'), 'mine')
  for (const day of [1, 2, 3]) await keepRun(night(day), dir, 1)

  expect((await readdir(place)).sort()).toEqual([
    '0-notes.txt',
    '2026-11-03T01-38-54.140Z.run.json.gz',
  ])
})

test('a name that would lead out of the folder is refused', async () => {
  await expect(keepRun({ ...night(1), lab: '../mine' }, await folder())).rejects.toThrow('../mine')
})
