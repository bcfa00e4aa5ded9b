import { expect, test } from 'vitest'
import type { Evidence, Reality } from '../harness/model/fact.ts'
import { answersOf } from './tell.ts'

const answer = (source: string, reality: Reality): Evidence => ({
  source,
  ask: 'cat /mounts',
  takenAt: '2026-11-21T00:00:00.000Z',
  tookMs: 1,
  digest: 'd',
  reality,
})

test('answers are counted once, best first, and at what they are worth at the least', () => {
  const verdicts = [
    { evidence: [answer('a', 'stand-in'), answer('b', 'synthetic')] },
    { evidence: [answer('a', 'real'), answer('c', 'real'), answer('c', 'real')] },
  ]

  expect(answersOf(verdicts)).toEqual({ total: 3, kinds: ['1 real', '1 stand-in', '1 synthetic'] })
  expect(answersOf([])).toEqual({ total: 0, kinds: [] })
})
