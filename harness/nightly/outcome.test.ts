import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Run } from '../../reports/run.ts'
import { folder } from '../../reports/testdata/folder.ts'
import { FAILS, NOT_APPLICABLE, PASSES, sampleRun, WAIVED } from '../../reports/testdata/sample.ts'
import { outcomeOf } from './outcome.ts'
import type { Watched } from './watch.ts'

const asked = { lab: 'zero-trust', target: 'embedded', deadline: '1h' }

async function of(watched: Partial<Watched>, left?: Run | string) {
  const path = join(await folder(), 'run.json')
  if (left) await writeFile(path, typeof left === 'string' ? left : JSON.stringify(left))
  return await outcomeOf({ isLate: false, said: '', ...watched }, path, asked)
}

test('a run and the status that it says are believed', async () => {
  const run = sampleRun([PASSES, FAILS])
  expect(await of({ exit: 2 }, run)).toEqual({ run, exit: 2 })
})

test.each([
  [
    'ended by its deadline, although it left a run',
    { exit: 0, isLate: true },
    sampleRun([PASSES]),
    'deadline',
    3,
  ],
  ['killed', { killedBy: 'SIGKILL' }, sampleRun([PASSES]), 'crash', 3],
  ['a status and no run', { exit: 0 }, undefined, 'crash', 3],
  ['bad input', { exit: 4, said: 'lab.yaml:1:1: no\n' }, undefined, 'bad input', 4],
  ['interrupted', { exit: 130 }, undefined, 'interrupted', 130],
  ['better than its run says', { exit: 0 }, sampleRun([FAILS]), 'crash', 3],
  ['of another lab', { exit: 0 }, { ...sampleRun([PASSES]), lab: 'other' }, 'crash', 3],
  ['of another target', { exit: 0 }, { ...sampleRun([PASSES]), target: 'live' }, 'crash', 3],
  ['no run at all', { exit: 0 }, '{"schema":"plumbline/run/1"}', 'crash', 3],
  ['half a run', { exit: 0 }, JSON.stringify(sampleRun([PASSES])).slice(0, 500), 'crash', 3],
] as const)('%s is trouble, and no run', async (_, watched, left, kind, exit) => {
  const outcome = await of(watched, left)
  expect(outcome.trouble?.kind).toBe(kind)
  expect(outcome).not.toHaveProperty('run')
  expect(outcome.exit).toBe(exit)
})

test('of bad input only what tells how far it got is left out', async () => {
  const said = [
    'zero-trust on embedded: opening',
    'lab.yaml:3:1: writing a token here is not allowed',
    'zero-trust on embedded: collecting',
  ]
  const { trouble } = await of({ exit: 4, said: said.join('\n') })
  expect(trouble?.says).toBe('lab.yaml:3:1: writing a token here is not allowed')
})

test('what a crash says stays in the log', async () => {
  const { trouble } = await of({ exit: 3, said: 'Error: password=hunter22' })
  expect(trouble?.says).not.toContain('hunter22')
})

test('a run with bugs, one that judged nothing and waivers of nothing are trouble beside the run', async () => {
  const broken = [{ spec: 'specs/x.spec.ts', message: 'crashed' }]
  const unused = WAIVED.waiver ? [WAIVED.waiver] : []
  const runs = [
    [sampleRun([PASSES], { broken }), 3, 'bug'],
    [sampleRun([NOT_APPLICABLE]), 3, 'nothing judged'],
    [sampleRun([PASSES], { waivers: { unused } }), 4, 'waivers'],
  ] as const
  for (const [run, exit, kind] of runs) {
    const outcome = await of({ exit }, run)
    expect(outcome.trouble?.kind).toBe(kind)
    expect(outcome.run).toEqual(run)
  }
})
