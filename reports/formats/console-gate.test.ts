import { expect, test } from 'vitest'
import { FAILS, judgement, sampleProof, UNVERIFIABLE } from '../testdata/sample.ts'
import { type GateReport, gateReport } from './console-gate.ts'
import { proofReport } from './console-proof.ts'

const plain = { columns: 80, color: false, verbose: true, quiet: false }
const title = 'A claim whose words go on and on, '.repeat(5)
const long = (like: typeof FAILS) => judgement({ ...like, title, because: title, remedy: title })

const report: GateReport = {
  lab: 'zero-trust',
  target: 'embedded',
  takenAt: '2026-11-21T01:38:54.140Z',
  touched: 9,
  failing: [long(FAILS)],
  untold: [long(UNVERIFIABLE)],
  newlyFailing: [long(FAILS)],
  newlyUnverifiable: [long(UNVERIFIABLE)],
  fixed: [FAILS],
  assumed: [title],
  ignored: [title],
}

test('what a change would do fits 80 columns, however long a title is', () => {
  for (const line of gateReport(report, plain).split('\n'))
    expect(line.length, line).toBeLessThanOrEqual(80)
})

test('so does a proof of many controls', () => {
  const summary = { ...sampleProof.summary, controls: 12345, proven: 12345, missed: 12345 }
  for (const line of proofReport({ ...sampleProof, summary }, plain).split('\n'))
    expect(line.length, line).toBeLessThanOrEqual(80)
})
