import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { keepRun } from '../../reports/history.ts'
import { writeProof } from '../../reports/proof.ts'
import { folder } from '../../reports/testdata/folder.ts'
import { sampleProof, sampleRun } from '../../reports/testdata/sample.ts'
import { besideOf } from './beside.ts'

const run = sampleRun()

test('earlier runs and the proof are found', async () => {
  const [history, dir] = [await folder(), await folder()]
  await keepRun({ ...run, takenAt: '2026-11-20T01:00:00.000Z' }, history)
  await writeProof(sampleProof, dir)
  const { nights, proof, unread } = await besideOf(run, { history, folder: dir })
  expect(nights.map(({ verdicts }) => verdicts.length)).toEqual([run.verdicts.length])
  expect(proof).toEqual(sampleProof)
  expect(unread).toEqual([])
})

test('a proof that cannot be used is named, and none is nothing', async () => {
  const [history, dir] = [await folder(), await folder()]
  expect(await besideOf(run, { history, folder: dir })).toEqual({ nights: [], unread: [] })
  await writeFile(join(dir, 'proof.json'), '{')
  const { proof, unread } = await besideOf(run, { history, folder: dir })
  expect(proof).toBeUndefined()
  expect(unread).toEqual([expect.stringContaining('proof.json: not JSON: is no proof')])
})

test('an earlier run that cannot be read is named', async () => {
  const history = await folder()
  const path = await keepRun(run, history)
  await writeFile(path, 'nothing')
  const { nights, unread } = await besideOf(run, { history, folder: await folder() })
  expect(nights).toEqual([])
  expect(unread).toHaveLength(1)
})
