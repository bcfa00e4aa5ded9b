import { expect, test } from 'vitest'
import type { DrillRecord } from '../model/drill-record.ts'
import { lastDrill, measured, recoveredWithin } from './last-drill.ts'

const record = (endedAt: string) =>
  ({ scenario: 'x', endedAt, measurements: { replica: { replicas: 2 } } }) as DrillRecord
const views = (...drillRecords: readonly DrillRecord[]) => ({
  lab: { drillRecords },
  ageSeconds: (at: string) => (Date.parse('2026-11-21') - Date.parse(at)) / 1000,
})

test('the newest record counts', () => {
  expect(lastDrill(views(record('2026-10-01'), record('2026-11-01')), 'x').endedAt).toBe(
    '2026-11-01',
  )
})

test('no record shows nothing, and neither does one that measured something else', () => {
  expect(() => lastDrill(views(), 'x')).toThrow('there is no record')
  expect(() => measured(record('2026-10-01'), 'drain')).toThrow('measured no "drain"')
  expect(measured(record('2026-10-01'), 'replica').replicas).toBe(2)
})

test('a record that is dated ahead is a finding', () => {
  expect(() => lastDrill(views(record('2026-12-01')), 'x')).toThrow('dated ahead')
})

test.each([
  ['recovered', 60, true],
  ['recovered', 61, false],
  ['missed', 1, false],
] as const)('%s after %i s is within 60 s: %s', (result, recoverySeconds, isWithin) => {
  const done = { ...record('2026-10-01'), result, recoverySeconds, objectiveSeconds: 900 }
  const judge = () => recoveredWithin(done, 60)
  if (isWithin) expect(judge).not.toThrow()
  else expect(judge).toThrow('it is over within 60 s')
})
