import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { sampleRun } from '../../reports/testdata/sample.ts'
import { files, load } from './load.ts'
import { tellAll } from './report.ts'

test('every format writes its own file, whatever else its module exports', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-formats-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const names = await tellAll(sampleRun(), folder)
  const modules = files('reports/formats/*.format.ts')

  expect(names.length).toBe(modules.length)
  expect(new Set(names).size).toBe(names.length)
  expect((await readdir(folder)).sort()).toEqual([...names].sort())
})

test('a format is a function of the run: the same run is the same text', async () => {
  for (const path of files('reports/formats/*.format.ts')) {
    const { format } = (await load(path)) as { format: { of: (run: unknown) => string } }
    expect(format.of(sampleRun()), path).toBe(format.of(structuredClone(sampleRun())))
  }
})
