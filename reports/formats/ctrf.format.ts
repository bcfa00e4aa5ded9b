import type { CTRFReport, Test, TestStatus } from 'ctrf'
import type { Verdict } from '../../harness/model/verdict.ts'
import type { Format } from '../format.ts'
import type { Broken, Run, RunVerdict } from '../run.ts'
import { json } from './json.ts'
import { askings, saying } from './saying.ts'
import { clean } from './text.ts'
import { uuidOf } from './uuid.ts'

/** What CTRF calls a verdict; our own word is the raw status. */
const STATUS: Readonly<Record<Verdict, TestStatus>> = {
  pass: 'passed',
  fail: 'failed',
  unverifiable: 'other',
  waived: 'skipped',
  'not-applicable': 'skipped',
}

/** The Common Test Report Format, which many dashboards and CI plug-ins read. */
export const format: Format = {
  file: 'ctrf.json',
  of: (run) => json(reportOf(run)),
}

function reportOf(run: Run): CTRFReport {
  const tests = [...run.broken.map(bugOf), ...run.verdicts.map(testOf)]
  const count = (wanted: TestStatus) => tests.filter(({ status }) => status === wanted).length
  return {
    reportFormat: 'CTRF',
    specVersion: '0.0.0',
    reportId: uuidOf('ctrf', run.lab, run.snapshotDigest),
    timestamp: run.takenAt,
    generatedBy: 'plumbline',
    results: {
      tool: { name: 'plumbline' },
      summary: {
        tests: tests.length,
        passed: count('passed'),
        failed: count('failed'),
        skipped: count('skipped'),
        pending: 0,
        other: count('other'),
        start: Date.parse(run.startedAt),
        stop: Date.parse(run.takenAt),
      },
      tests,
      environment: {
        appName: run.lab,
        testEnvironment: run.target,
        // Whoever asks for one word: sound means that everything is known and nothing fails.
        healthy: run.exit === 0,
      },
      extra: { snapshotDigest: run.snapshotDigest, summary: run.summary, exit: run.exit },
    },
  }
}

const testOf = (one: RunVerdict): Test => ({
  id: uuidOf('control', one.id),
  testId: one.id,
  name: clean(one.title),
  status: STATUS[one.verdict],
  rawStatus: one.verdict,
  duration: 0,
  suite: [one.profile, clean(one.heading ?? one.section)],
  ...(one.verdict === 'pass' ? {} : { message: saying(one), trace: askings(one) }),
  ...(one.spec ? { filePath: one.spec } : {}),
  tags: [one.impact, one.strength, one.kind, ...one.standards],
  extra: { statement: one.statement, remedy: clean(one.remedy) },
})

const bugOf = ({ spec, message }: Broken): Test => ({
  id: uuidOf('bug', spec, message),
  name: clean(`a bug of ours: ${spec || 'the run itself'}`),
  status: 'failed',
  rawStatus: 'bug',
  duration: 0,
  suite: ['a bug of ours'],
  message: clean(message),
})
