import { expect, test } from 'vitest'
import { FAILS, PASSES, sampleRun } from '../../reports/testdata/sample.ts'
import { standingAfter } from './standing.ts'
import {
  afterSilence,
  afterTelling,
  type Ending,
  isNews,
  NEVER,
  type Told,
  unknownTo,
} from './told.ts'

const well = { ...FAILS, verdict: 'pass', because: '', offenders: [], offendersTotal: 0 } as const
const at = (day: number) => `2026-11-${day}T03:30:00.000Z`
const sound: Ending = { at: at(21), standing: standingAfter(sampleRun([PASSES, well]), {}) }
const failing: Ending = { at: at(22), standing: standingAfter(sampleRun([PASSES, FAILS]), {}) }
const hung: Ending = {
  ...sound,
  at: at(23),
  trouble: { kind: 'deadline', says: 'not done after 1h' },
}

const silence = (told: Told, ending: Ending) =>
  afterSilence(told, ending, unknownTo(told, ending), 30)

test('what was told is no news', () => {
  const told = afterTelling(NEVER, failing)
  expect(isNews(unknownTo(NEVER, failing))).toBe(true)
  expect(isNews(unknownTo(told, { ...failing, at: at(23) }))).toBe(false)
})

test('what could not be told is news on the next night, and the next', () => {
  const told = silence(silence(afterTelling(NEVER, sound), failing), { ...failing, at: at(23) })
  const { changes, missed } = unknownTo(told, { ...failing, at: at(24) })
  expect(changes.map(({ id, to }) => [id, to])).toEqual([[FAILS.id, 'fail']])
  expect(missed).toEqual([])
})

test('what came and went while nobody could be told is told', () => {
  const told = silence(silence(afterTelling(NEVER, sound), failing), hung)
  const { changes, missed } = unknownTo(told, { ...sound, at: at(24) })
  expect(changes).toEqual([])
  expect(missed).toEqual([
    `2026-11-22: ${FAILS.id} was fail`,
    '2026-11-23: deadline: not done after 1h',
  ])
  expect(afterTelling(told, sound).untold).toEqual([])
})

test('what was told last is what the next night is compared with', () => {
  const told = afterTelling(afterTelling(NEVER, sound), failing)
  expect(unknownTo(told, { ...sound, at: at(23) }).changes).toMatchObject([
    { id: FAILS.id, from: 'fail', to: 'pass' },
  ])
})

test('what was bad in another way for a night is told as well', () => {
  const away = { ...FAILS, verdict: 'unverifiable', because: 'nobody answered' } as const
  const dark: Ending = { at: at(23), standing: standingAfter(sampleRun([PASSES, away]), {}) }
  const told = silence(afterTelling(NEVER, failing), dark)
  const { changes, missed } = unknownTo(told, { ...failing, at: at(24) })
  expect(changes).toEqual([])
  expect(missed).toEqual([`2026-11-23: ${FAILS.id} was unverifiable`])
})

test('the first night cannot be lost either', () => {
  const told = silence(NEVER, failing)
  expect(told.standing).toBeUndefined()
  expect(unknownTo(told, { ...failing, at: at(23) }).changes).toHaveLength(1)
})

test('trouble is news when it comes, when it is another one, and when it is over', () => {
  const told = afterTelling(NEVER, hung)
  expect(unknownTo(NEVER, hung).trouble).toEqual(hung.trouble)
  expect(isNews(unknownTo(told, { ...hung, at: at(24) }))).toBe(false)
  expect(unknownTo(told, sound).over).toEqual(hung.trouble)
  const typo = (says: string): Ending => ({ ...sound, trouble: { kind: 'bad input', says } })
  const knows = afterTelling(told, typo('lab.yaml:1:1: x'))
  expect(isNews(unknownTo(knows, typo('lab.yaml:1:1: x')))).toBe(false)
  expect(isNews(unknownTo(knows, typo('lab.yaml:2:1: y')))).toBe(true)
})

test('not more nights are remembered than asked for', () => {
  let told = afterTelling(NEVER, sound)
  for (let i = 0; i < 5; i++) told = afterSilence(told, failing, unknownTo(told, failing), 3)
  expect(told.untold).toHaveLength(3)
})
