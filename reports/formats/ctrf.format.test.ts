import { type CTRFReport, calculateSummary, validate } from 'ctrf'
import { expect, test } from 'vitest'
import type { Run } from '../run.ts'
import { brokenRun, hostileRun } from '../testdata/hostile.ts'
import { FAILS, sampleRun, UNVERIFIABLE } from '../testdata/sample.ts'
import { format } from './ctrf.format.ts'

const reportOf = (run: Run) => JSON.parse(format.of(run)) as CTRFReport

test('a control is a test, and one that could not be told is neither passed, failed nor skipped', async () => {
  await expect(format.of(sampleRun([FAILS, UNVERIFIABLE]))).toMatchFileSnapshot(
    '../testdata/golden/ctrf.json',
  )
})

test('it is valid, and the summary is what its tests are', () => {
  for (const run of [sampleRun(), hostileRun(), brokenRun(), sampleRun([])]) {
    const report = reportOf(run)
    const { passed, failed, skipped, other, tests } = calculateSummary(report.results.tests)

    expect(validate(report).errors).toEqual([])
    expect(report.results.summary).toMatchObject({ passed, failed, skipped, other, tests })
  }
})

test('no word of a message changes what is counted', () => {
  const run = hostileRun()
  const { pass, fail, unverifiable, waived, notApplicable } = run.summary

  expect(reportOf(run).results.summary).toMatchObject({
    passed: pass,
    failed: fail,
    skipped: waived + notApplicable,
    other: unverifiable,
  })
  expect(reportOf(run).results.tests.map(({ rawStatus }) => rawStatus)).toEqual(
    run.verdicts.map(({ verdict }) => verdict),
  )
})

test('only a sound run is healthy', () => {
  const healthy = (run: Run) => reportOf(run).results.environment?.healthy

  expect(healthy(sampleRun([UNVERIFIABLE]))).toBe(false)
  expect(healthy(brokenRun())).toBe(false)
  expect(reportOf(brokenRun()).results.tests[0]).toMatchObject({
    status: 'failed',
    rawStatus: 'bug',
  })
})
