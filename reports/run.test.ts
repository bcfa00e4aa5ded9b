import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { problemsOf } from './document.ts'
import schema from './run.schema.json' with { type: 'json' }
import { exitOf, type Run, readRun, writeRun } from './run.ts'
import { folder } from './testdata/folder.ts'
import {
  FAILS,
  judgement,
  NOT_APPLICABLE,
  PASSES,
  sampleRun,
  UNVERIFIABLE,
  WAIVED,
} from './testdata/sample.ts'

test('the worst outcome decides the exit', () => {
  const broken = [{ spec: 'specs/x.spec.ts', message: 'crashed' }]
  const exit = (verdicts: Parameters<typeof sampleRun>[0], about = {}) =>
    sampleRun(verdicts, about).exit

  expect(exit([PASSES])).toBe(0)
  expect(exit([PASSES, WAIVED, NOT_APPLICABLE])).toBe(0)
  expect(exit([PASSES, UNVERIFIABLE])).toBe(1)
  expect(exit([PASSES, UNVERIFIABLE, FAILS])).toBe(2)
  expect(exit([PASSES, UNVERIFIABLE, FAILS], { broken })).toBe(3)
  expect(exit([PASSES], { broken })).toBe(3)
})

test('a run that judged nothing is no sound run', () => {
  expect(sampleRun([]).exit).toBe(3)
  expect(sampleRun([NOT_APPLICABLE]).exit).toBe(3)
})

test('a pass without evidence is a bug of ours, not a pass', () => {
  const hollow = [
    judgement({ id: 'zero-trust/read-nothing', reads: [] }),
    judgement({ id: 'zero-trust/asked-nobody', evidence: [] }),
  ]
  const run = sampleRun([PASSES, ...hollow])

  expect(run.summary.pass).toBe(1)
  expect(run.broken.map(({ spec }) => spec)).toEqual(hollow.map(({ id }) => id))
  expect(run.exit).toBe(3)
})

test('a verdict carries the words of its document and the worth of its evidence', () => {
  const [failing] = sampleRun([FAILS]).verdicts

  expect(failing?.text).toBe('On the LAN nothing but media workloads answers.')
  expect(failing?.heading).toBe('Security Model (Zero Trust)')
  expect(failing?.reality).toEqual(['real'])
})

test('a run is written so that it fits its schema, and equal runs are equal bytes', async () => {
  const dir = await folder()
  const run = sampleRun()
  const text = await readFile(await writeRun(run, dir), 'utf8')
  const shuffled = Object.fromEntries(Object.entries(run).reverse()) as unknown as Run
  const again = await writeRun({ ...shuffled, verdicts: run.verdicts.toReversed() }, dir)

  expect(problemsOf(JSON.parse(text), schema)).toEqual([])
  expect(Object.keys(JSON.parse(text))[0]).toBe('schema')
  expect(await readFile(again, 'utf8')).toBe(text)
  expect(await readdir(dir)).toEqual(['run.json'])
})

test('what the file says of evidence is worked out from it', async () => {
  const dir = await folder()
  const verdicts = sampleRun([PASSES]).verdicts.map((one) => ({
    ...one,
    reality: ['live'] as const,
  }))
  const path = await writeRun({ ...sampleRun([PASSES]), verdicts }, dir)

  expect(JSON.parse(await readFile(path, 'utf8')).verdicts[0].reality).toEqual(['recorded'])
})

test('at most 50 offenders are written, and how many there are', async () => {
  const offenders = Array.from({ length: 80 }, (_, port) => ({ port }))
  const run = sampleRun([judgement({ ...FAILS, offenders, offendersTotal: 80 })])
  const path = await writeRun(run, await folder())
  const [verdict] = JSON.parse(await readFile(path, 'utf8')).verdicts

  expect(verdict.offenders).toHaveLength(50)
  expect(verdict.offendersTotal).toBe(80)
})

test('a run that does not fit its schema is not written', async () => {
  const dir = await folder()
  const late = { ...sampleRun(), startedAt: 'yesterday' }

  await expect(writeRun(late, dir)).rejects.toThrow('/startedAt must match')
  expect(await readdir(dir)).toEqual([])
})

test('a run that says better of itself than its verdicts do is not written', async () => {
  const dir = await folder()

  await expect(writeRun({ ...sampleRun(), exit: 0 }, dir)).rejects.toThrow('its verdicts say 2')
  expect(await readdir(dir)).toEqual([])
})

test('the schema refuses a pass without evidence, a finding without a reason, a waived one without a waiver', () => {
  const { waiver: _, ...unwaived } = WAIVED
  const wrong = [
    { ...PASSES, evidence: [] },
    { ...PASSES, reads: [] },
    { ...FAILS, because: '' },
    unwaived,
    { ...FAILS, waiver: WAIVED.waiver },
    { ...FAILS, secret: 'x' },
    { ...FAILS, verdict: 'passed' },
  ].map((verdict) => ({ ...sampleRun([]), verdicts: [{ ...verdict, reality: [] }] }))

  for (const run of wrong) expect(problemsOf(run, schema)).not.toEqual([])
})

test('a broken spec outranks whatever was judged', () => {
  expect(exitOf({ verdicts: [{ verdict: 'fail' }], broken: [{ spec: '', message: 'x' }] })).toBe(3)
})

test('a run that says better of itself than its verdicts do is not read', async () => {
  const read = async (run: Run) => {
    const path = join(await folder(), 'run.json')
    await writeFile(path, JSON.stringify(run))
    return await readRun(path)
  }
  const run = sampleRun([PASSES, FAILS])

  expect(await read(run)).toEqual(run)
  await expect(read({ ...run, exit: 0 })).rejects.toThrow('what its verdicts do not say')
  const summary = { ...run.summary, pass: 2, fail: 0 }
  await expect(read({ ...run, summary })).rejects.toThrow('what its verdicts do not say')
})
