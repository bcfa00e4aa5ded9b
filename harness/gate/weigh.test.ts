import { expect, test } from 'vitest'
import type { Judgement } from '../model/judgement.ts'
import type { Verdict } from '../model/verdict.ts'
import { weigh } from './weigh.ts'

const says = (verdicts: Record<string, Verdict>) =>
  new Map(
    Object.entries(verdicts).map(([id, verdict]) => [
      id,
      { id, verdict, reads: [`${id}@lab`] } as unknown as Judgement,
    ]),
  )
const touched = new Set(['a@lab', 'b@lab', 'c@lab'])
const ids = (found: readonly Judgement[]) => found.map(({ id }) => id)

test('what turns is told, by how it turns; what the change is not about is left out', () => {
  const before = says({ a: 'pass', b: 'pass', c: 'fail', d: 'pass' })
  const after = says({ a: 'fail', b: 'unverifiable', c: 'pass', d: 'fail' })
  const found = weigh(before, after, touched)
  expect(ids(found.newlyFailing)).toEqual(['a'])
  expect(ids(found.newlyUnverifiable)).toEqual(['b'])
  expect(ids(found.fixed)).toEqual(['c'])
  expect(found.touched).toBe(3)
})

test('what is sick already counts, unless the baseline knew it so', () => {
  const sick = says({ a: 'fail', b: 'unverifiable' })
  expect(ids(weigh(sick, sick, touched).failing)).toEqual(['a'])
  expect(ids(weigh(sick, sick, touched).untold)).toEqual(['b'])
  const known = new Map([
    ['a', 'fail'],
    ['b', 'unverifiable'],
  ])
  expect(weigh(sick, sick, touched, known)).toMatchObject({ failing: [], untold: [] })
})

test('a baseline that knew it well excuses nothing', () => {
  const [before, after] = [says({ a: 'pass' }), says({ a: 'fail' })]
  expect(ids(weigh(before, after, touched, new Map([['a', 'pass']])).newlyFailing)).toEqual(['a'])
})

test('whoever reads the fact only after the change is asked too', () => {
  const before = new Map([['a', { id: 'a', verdict: 'pass', reads: [] } as unknown as Judgement]])
  expect(ids(weigh(before, says({ a: 'fail' }), touched).newlyFailing)).toEqual(['a'])
})
