import { expect, test } from 'vitest'
import { linesIn } from './streams.ts'

const answer = (result: unknown, resultType = 'streams') => ({
  status: 'success',
  data: { resultType, result },
})

test('lines of all streams are in order of time', () => {
  const found = linesIn(
    answer([
      { stream: { job: 'b' }, values: [['1764300001000000000', 'two']] },
      { stream: { job: 'a' }, values: [['1764300000000000000', 'one']] },
    ]),
  )
  expect(found.map(({ line, labels }) => [labels.job, line])).toEqual([
    ['a', 'one'],
    ['b', 'two'],
  ])
})

test.each([[{ status: 'error' }], [answer([], 'matrix')], [answer([{ stream: {} }])]])(
  '%j is not understood',
  (given) => {
    expect(() => linesIn(given)).toThrow()
  },
)
