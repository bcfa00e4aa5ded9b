import type { Log, Result } from 'sarif'
import { expect, test } from 'vitest'
import type { Run } from '../run.ts'
import { brokenRun, hostileRun } from '../testdata/hostile.ts'
import {
  FAILS,
  NOT_APPLICABLE,
  PASSES,
  sampleRun,
  UNVERIFIABLE,
  WAIVED,
} from '../testdata/sample.ts'
import { against, hasSchema } from '../testdata/schema.ts'
import { format } from './sarif.format.ts'

const SCHEMA = 'sarif-2.1.0-rtm.5.json'

const runOf = (run: Run) => (JSON.parse(format.of(run)) as Log).runs[0]
const resultsOf = (run: Run): readonly Result[] => runOf(run)?.results ?? []

test('a result stands on the line of its sentence, and names the spec', async () => {
  await expect(format.of(sampleRun([FAILS, WAIVED, UNVERIFIABLE]))).toMatchFileSnapshot(
    '../testdata/golden/results.sarif',
  )
})

test('what is not known to fail has no level, as the standard has it', () => {
  for (const { kind, level } of resultsOf(hostileRun()))
    expect(level === 'none').toBe(kind !== 'fail')
})

test('no word of a message changes what is counted', () => {
  const run = hostileRun()
  const results = resultsOf(run)
  const count = (wanted: (one: Result) => boolean) => results.filter(wanted).length
  const { pass, fail, unverifiable, waived, notApplicable } = run.summary

  expect(count(({ kind }) => kind === 'pass')).toBe(pass)
  expect(count(({ kind, suppressions }) => kind === 'fail' && !suppressions)).toBe(fail)
  expect(count(({ suppressions }) => suppressions !== undefined)).toBe(waived)
  expect(count(({ kind }) => kind === 'open')).toBe(unverifiable)
  expect(count(({ kind }) => kind === 'notApplicable')).toBe(notApplicable)
  expect(runOf(run)?.invocations?.[0]?.toolExecutionNotifications).toHaveLength(unverifiable)
})

test('nothing that the lab said is a link', () => {
  for (const { message } of resultsOf(hostileRun())) expect(message.text).not.toMatch(/\]\(/)
})

test('every result points at its rule', () => {
  const log = runOf(hostileRun())

  for (const { ruleId, ruleIndex = -1 } of log?.results ?? [])
    expect(log?.tool.driver.rules?.[ruleIndex]?.id).toBe(ruleId)
})

test('a run with a bug of ours was no success', () => {
  const [invocation] = runOf(brokenRun())?.invocations ?? []

  expect(invocation?.executionSuccessful).toBe(false)
  expect(invocation?.toolExecutionNotifications?.[0]?.level).toBe('error')
})

test.skipIf(!hasSchema(SCHEMA))(`it fits the schema of OASIS, ${SCHEMA}`, () => {
  const problems = against(SCHEMA)

  for (const run of [sampleRun(), hostileRun(), brokenRun(), sampleRun([])])
    expect(problems(JSON.parse(format.of(run)))).toEqual([])
})

test('a run that judged nothing was no success', () => {
  const invocation = runOf(sampleRun([NOT_APPLICABLE]))?.invocations?.[0]
  expect(invocation?.executionSuccessful).toBe(false)
  expect(invocation?.toolExecutionNotifications?.[0]?.message.text).toBe('nothing was judged')
  expect(runOf(sampleRun([PASSES]))?.invocations?.[0]?.executionSuccessful).toBe(true)
})
