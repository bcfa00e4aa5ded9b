import { expect, test } from 'vitest'
import { problemsOf } from '../document.ts'
import schema from '../journal.schema.json' with { type: 'json' }
import type { DrillEntry, Journal } from '../journal.ts'
import { drillReport, exitOfJournal, journalReport, momentLine } from './console-drill.ts'

const plain = { columns: 80, color: false, verbose: false, quiet: false }
const at = '2026-11-28T08:00:00.000Z'
const entry = (more: Partial<DrillEntry> = {}): DrillEntry => ({
  ...{ drill: 'x/it', title: 'It comes back', statement: 'X-1', steadyState: ['x/a'] },
  ...{ hosts: ['vm1'], startedAt: at, endedAt: '2026-11-28T08:01:00.000Z', steadyBefore: true },
  ...{ disturbedAt: at, lostAt: at, recoveredAt: '2026-11-28T08:00:12.000Z' },
  ...{ recoverySeconds: 12, objectiveSeconds: 3600, recoveredBy: 'itself' },
  ...{ detectSeconds: 3, detectedBy: 'x/a', rollback: 'done', steadyAfter: true },
  ...{ verdict: 'recovered', because: [], timeline: [{ at, what: 'steady', says: 'holds' }] },
  ...more,
})
const journal = (...drills: readonly DrillEntry[]): Journal => ({
  ...{ schema: 'plumbline/journal/1', target: 'containers', lab: 'attic' },
  drills,
  notRun: [{ drill: 'x/other', because: 'qemu: a kernel of its own' }],
})

test('a journal fits its schema', () => {
  expect(problemsOf(journal(entry()), schema)).toEqual([])
  const odd = journal(entry({ verdict: 'fine' as 'recovered' }))
  expect(problemsOf(odd, schema)).toHaveLength(1)
})

test('a drill that recovered says how, how fast and who noticed', () => {
  expect(drillReport(entry(), plain)).toBe(`✓ recovered  It comes back
    id        x/it
    how       by itself in 12 s of 60 min
              noticed by x/a after 3 s
`)
})

test('what is left behind is said loudly', () => {
  const left = entry({ verdict: 'broken', rollback: 'failed', because: ['no\nwith offenders'] })
  expect(drillReport(left, plain)).toContain('NOT ROLLED BACK: run plumb drill --recover')
  expect(drillReport(left, plain)).not.toContain('offenders')
})

test('the moments of a drill are told from when it began', () => {
  const moment = { at: '2026-11-28T08:00:59.960Z', what: 'lost', says: 'x/a: gone\nwho' } as const
  expect(momentLine(moment, at, plain)).toBe('   +1:00.0  lost          x/a: gone\n')
})

test('what cannot be drilled is named', () => {
  expect(journalReport(journal(entry()), plain)).toContain('NOT RUN HERE  x/other')
})

const fault = 'it is spoilt'
test.for<[says: string, drills: readonly Partial<DrillEntry>[], exit: number]>([
  ['recovered', [{}], 0],
  ['missed', [{}, { verdict: 'missed' }], 2],
  ['undisturbed', [{ verdict: 'undisturbed' }], 2],
  ['unsteady', [{ verdict: 'unsteady', rollback: 'not needed' }], 1],
  ['interrupted', [{ verdict: 'interrupted' }], 130],
  ['not well afterwards', [{ steadyAfter: false }], 2],
  ['not rolled back', [{ rollback: 'failed' }], 2],
  ['missed under its fault', [{ fault, verdict: 'missed' }], 0],
  ['recovered under its fault', [{ fault }], 2],
  ['interrupted under its fault', [{ fault, verdict: 'interrupted' }], 130],
  ['undisturbed under its fault', [{ fault, verdict: 'undisturbed' }], 2],
  ['nothing', [], 3],
])('the exit of %s', ([, drills, exit]) => {
  expect(exitOfJournal(journal(...drills.map(entry)))).toBe(exit)
})
