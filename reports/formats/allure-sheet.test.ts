import { expect, test } from 'vitest'
import type { Run } from '../run.ts'
import {
  FAILS,
  NOT_APPLICABLE,
  PASSES,
  sampleRun,
  UNVERIFIABLE,
  WAIVED,
} from '../testdata/sample.ts'
import { historyIdOf, shownIdOf } from './allure-id.ts'
import { NIGHTS_SHOWN, sheetOf } from './allure-sheet.ts'

const at = (time: string, about: Partial<Run> = {}): Run => ({
  ...sampleRun(),
  takenAt: `2026-11-${time}:00.000Z`,
  ...about,
})
const LAST = at('21T01:00')
const statusesOf = (sheet: ReturnType<typeof sheetOf>, lab: string, id: string) =>
  sheet.history.map((point) => point.testResults[historyIdOf(lab, id)]?.status)

test('each night is what the report would have shown then', () => {
  const mine = (time: string) => at(time, { lab: 'mine', verdicts: [PASSES] })
  const past = [at('18T01:00'), mine('18T01:05'), mine('19T01:00'), at('20T01:00')]
  const sheet = sheetOf([LAST, mine('21T01:02')], past.toReversed())

  expect(sheet.history.map(({ name }) => name)).toEqual([
    '2026-11-18 01:05:00 UTC',
    '2026-11-19 01:00:00 UTC',
    '2026-11-20 01:00:00 UTC',
  ])
  // zero-trust was not looked at on the 19th: it is shown as it was last seen.
  expect(statusesOf(sheet, 'zero-trust', FAILS.id)).toEqual(['failed', 'failed', 'failed'])
  expect(statusesOf(sheet, 'mine', PASSES.id)).toEqual(['passed', 'passed', 'passed'])
})

test('a lab that was not looked at again is in the nights since it was', () => {
  const mine = at('19T01:00', { lab: 'mine', verdicts: [PASSES] })
  const sheet = sheetOf([LAST, mine], [at('18T01:00'), at('20T01:00'), mine])

  expect(statusesOf(sheet, 'mine', PASSES.id)).toEqual([undefined, 'passed', 'passed'])
})

test('a lab that is looked at twice within the hour has two nights', () => {
  const sheet = sheetOf([LAST], [at('20T01:00'), at('20T01:10')])

  expect(sheet.history).toHaveLength(2)
})

test('a run that was kept twice is one night', () => {
  const twice = [at('20T01:00'), at('20T01:00')]

  expect(sheetOf([LAST], twice).history).toHaveLength(1)
})

test('other targets, other labs and what comes later are no past of a run', () => {
  const others = [at('19T01:00', { target: 'live' }), at('19T01:00', { lab: 'other' })]
  const sheet = sheetOf([LAST], [...others, at('22T01:00'), LAST])

  expect(sheet.history).toEqual([])
})

test('the youngest nights are shown, and not more than a page can hold', () => {
  const days = Array.from({ length: 20 }, (_, day) =>
    at(`${String(day + 1).padStart(2, '0')}T00:00`),
  )
  const { history } = sheetOf([LAST], days)

  expect(history).toHaveLength(NIGHTS_SHOWN)
  expect(history.at(-1)?.name).toBe('2026-11-20 00:00:00 UTC')
})

const gate = (run: Run) =>
  sheetOf([run], []).gate.map(({ success, rule, message }) => `${success} ${rule}: ${message}`)

test('the quality gate gives the reasons for the exit status, and their results', () => {
  const { gate: rules } = sheetOf([sampleRun()], [])

  expect(gate(sampleRun())).toEqual([
    'false nothing fails: exit 2: 1 control fails',
    'false nothing is unverifiable: exit 1: 1 control could not be verified',
  ])
  expect(rules.map(({ testResults }) => testResults)).toEqual([
    [shownIdOf('zero-trust', FAILS.id)],
    [shownIdOf('zero-trust', UNVERIFIABLE.id)],
  ])
})

test('the gate of a sound lab holds; of one where nothing was judged, or a bug of ours, it does not', () => {
  expect(gate(sampleRun([PASSES, WAIVED, NOT_APPLICABLE]))).toEqual([
    'true the lab is sound: exit 0: of 2 controls none fails, and none is unverifiable',
  ])
  expect(gate(sampleRun([NOT_APPLICABLE]))).toEqual([
    'false something is judged: exit 3: nothing was judged',
  ])
  expect(
    gate(sampleRun([PASSES], { broken: [{ spec: 'x.spec.ts', message: 'crashed' }] })),
  ).toEqual([
    'false no spec is broken: exit 3: 1 bug of ours: no verdict of this run is proof of anything',
  ])
})

test('a waiver that accepts nothing breaks the gate, as it breaks the exit status', () => {
  const unused = WAIVED.waiver ? [WAIVED.waiver] : []

  expect(gate(sampleRun([PASSES], { waivers: { unused } }))).toEqual([
    'false every waiver accepts something: exit 4: out of use: zero-trust/proxmox-ui-off-lan',
  ])
})

test('a lab says what its report is worth', () => {
  const [lab] = sheetOf([sampleRun()], []).labs

  expect(lab?.variables).toMatchObject({
    target: 'embedded',
    collected: '2026-11-21T01:38:54.140Z',
    statements: '120: 100 judged, 18 narrative, 2 unclaimed',
    exit: '2',
  })
})
