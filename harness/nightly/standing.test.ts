import { expect, test } from 'vitest'
import {
  FAILS,
  judgement,
  PASSES,
  sampleRun,
  UNVERIFIABLE,
  WAIVED,
} from '../../reports/testdata/sample.ts'
import { badOf, changesOf, standingAfter } from './standing.ts'

const one = judgement({ id: 'zero-trust/one' })
const failing = { ...one, verdict: 'fail', because: 'it is open', offenders: [1] } as const
const away = {
  ...one,
  verdict: 'unverifiable',
  because: 'mounts@vm102 is unknown (timed out): vm102: no answer',
} as const
const after = (...verdicts: Parameters<typeof sampleRun>[0] & object) =>
  standingAfter(sampleRun(verdicts), {})

test('what is bad when it is first met is news, what is well is not', () => {
  const found = changesOf({}, after(one, FAILS, UNVERIFIABLE, WAIVED))
  expect(found.map(({ id, from, to }) => [id, from, to])).toEqual([
    [FAILS.id, undefined, 'fail'],
    [UNVERIFIABLE.id, undefined, 'unverifiable'],
  ])
  expect(badOf(after(one, FAILS, UNVERIFIABLE))).toEqual(found)
})

test('every change of a verdict is news, also one for the better and one that makes it say nothing', () => {
  const skipped = judgement({ ...one, verdict: 'not-applicable', because: 'declared absent' })
  const waived = { ...WAIVED, id: one.id }
  const news = (a: typeof one, b: typeof one) =>
    changesOf(after(a, PASSES), after(b, PASSES)).map(
      ({ from, to, because }) => `${from} ${to} ${because}`,
    )
  expect(news(one, failing)).toEqual(['pass fail it is open'])
  expect(news(failing, one)).toEqual(['fail pass it is open'])
  expect(news(one, skipped)).toEqual(['pass not-applicable declared absent'])
  expect(news(failing, waived)).toEqual(['fail waived it is open'])
  expect(news(waived, one)).toEqual(['waived pass '])
  expect(news(failing, { ...failing, because: 'it is wide open' })).toEqual([])
})

test('what is judged no more is no recovery', () => {
  expect(changesOf(after(FAILS, one), after(one))).toMatchObject([
    { id: FAILS.id, from: 'fail', because: FAILS.because },
  ])
  expect(changesOf(after(FAILS, one), after(one))[0]).not.toHaveProperty('to')
})

test('a verdict is as old as its first night', () => {
  const first = after(failing)
  const later = { ...sampleRun([failing]), takenAt: '2026-11-22T01:00:00.000Z' }
  const again = standingAfter(later, first)
  expect(again[one.id]?.since).toBe(first[one.id]?.since)
  expect(changesOf(again, after(one))[0]?.since).toBe(first[one.id]?.since)
})

test('a run with a bug of ours finds what is bad, and nothing good', () => {
  const broken = [{ spec: 'specs/x.spec.ts', message: 'crashed' }]
  const before = after(FAILS, one)
  const now = standingAfter(sampleRun([{ ...FAILS, ...one, id: FAILS.id }], { broken }), before)
  expect(now).toEqual(before)
  const worse = standingAfter(sampleRun([failing], { broken }), before)
  expect(changesOf(before, worse)).toMatchObject([{ id: one.id, to: 'fail' }])
})

test('who gave no answer to anybody is named; who answered somebody is not', () => {
  const isLost = after({ ...away, evidence: [] })
  expect(isLost[one.id]?.lost).toBe('vm102')
  const evidence = one.evidence.map((each) => ({ ...each, source: 'vm102' }))
  const answers = judgement({ id: 'zero-trust/two', evidence })
  expect(after({ ...away, evidence: [] }, answers)[one.id]).not.toHaveProperty('lost')
  expect(changesOf(isLost, after(one))).toMatchObject([{ to: 'pass', lost: 'vm102' }])
})
