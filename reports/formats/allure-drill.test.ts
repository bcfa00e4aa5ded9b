import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type DrillEntry, type Journal, readJournal, writeJournal } from '../journal.ts'
import { folder, resultsIn } from '../testdata/folder.ts'
import { PASSES, sampleRun } from '../testdata/sample.ts'
import { writeAllure } from './allure.ts'
import { drillsOf } from './allure-drill.ts'

const entry = (more: Partial<DrillEntry> = {}): DrillEntry => ({
  drill: 'zero-trust/container-engine-comes-back',
  title: 'The container engine comes back by itself',
  statement: 'ZT-41',
  steadyState: ['zero-trust/containers-run'],
  hosts: ['vm100'],
  startedAt: '2026-11-28T01:00:00.000Z',
  endedAt: '2026-11-28T01:01:00.000Z',
  steadyBefore: true,
  objectiveSeconds: 3600,
  recoverySeconds: 12.5,
  recoveredBy: 'itself',
  rollback: 'done',
  steadyAfter: true,
  verdict: 'recovered',
  because: [],
  timeline: [{ at: '2026-11-28T01:00:09.500Z', what: 'lost', says: 'containers are gone\n{}' }],
  ...more,
})
const journal = (...drills: readonly DrillEntry[]): Journal => ({
  ...{ schema: 'plumbline/journal/1', target: 'containers', lab: 'zero-trust', drills },
  notRun: [{ drill: 'zero-trust/disk-is-rebuilt', because: 'it needs QEMU' }],
})
const fault = 'nothing starts it at boot'

test.for<[says: string, about: Partial<DrillEntry>, status: string]>([
  ['recovered', {}, 'passed'],
  ['not in time', { verdict: 'missed', because: ['too late'] }, 'failed'],
  ['nothing was disturbed', { verdict: 'undisturbed', because: ['nothing broke'] }, 'failed'],
  ['the lab was not well', { verdict: 'unsteady', because: ['not well'] }, 'broken'],
  ['the rollback failed', { rollback: 'failed' }, 'broken'],
  ['it failed under its fault, as it must', { fault, verdict: 'missed' }, 'passed'],
  ['its fault was not noticed', { fault }, 'failed'],
])('%s', ([_says, about, status]) => {
  expect(drillsOf(journal(entry(about)))[0]?.status).toBe(status)
})

test('what was measured is told, on one clock', () => {
  const [drill] = drillsOf(journal(entry()))

  expect(drill?.description).toContain('recovered after: 12.5 s')
  expect(drill?.description).toContain('+   9.5 s  lost          containers are gone\n')
  expect(drill?.attachments).toEqual([{ name: 'drill.json', value: entry() }])
})

test('drills stand beside the verdicts of their lab, those that wait for another target too', async () => {
  const dir = join(await folder(), 'allure-results')
  const other = { ...journal(entry()), lab: 'other' }
  writeAllure(sampleRun([PASSES]), dir, [
    journal(entry(), entry({ fault, verdict: 'missed' })),
    other,
  ])

  expect([...(await resultsIn(dir)).values()].map(({ name }) => name).sort()).toEqual([
    'The compute VM can read the media but not change it',
    'The container engine comes back by itself',
    'The container engine comes back by itself (under: nothing starts it at boot)',
    'zero-trust/disk-is-rebuilt',
  ])
})

test('a journal is read as it was written; none is no drill, and garbage is said to be', async () => {
  const dir = await folder()
  expect(await readJournal(dir)).toEqual([])
  await writeJournal(journal(entry()), dir)
  expect(await readJournal(dir)).toEqual([journal(entry())])
  await writeFile(join(dir, 'journal.json'), '{')
  await expect(readJournal(dir)).rejects.toThrow('is no journal of drills')
})
