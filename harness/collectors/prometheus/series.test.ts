import { expect, test } from 'vitest'
import { newestOf } from './series.ts'

const matrix = (values: unknown, more = {}) => ({
  status: 'success',
  data: { resultType: 'matrix', result: [{ metric: { __name__: 'up', job: 'node' }, values }] },
  ...more,
})

test('the newest sample counts, with the moment it was scraped', () => {
  const answer = matrix([
    [1795226400, '0'],
    [1795226415.5, '1'],
  ])
  expect(newestOf(answer)).toEqual([
    { name: 'up', labels: { job: 'node' }, value: 1, at: '2026-11-21T02:00:15.500Z' },
  ])
})

test('infinity is a number, NaN is not', () => {
  expect(newestOf(matrix([[1795226400, '+Inf']]))[0]?.value).toBe(Number.POSITIVE_INFINITY)
  expect(() => newestOf(matrix([[1795226400, 'NaN']]))).toThrow('a sample of up')
})

test('no series is an answer', () => {
  const none = { status: 'success', data: { resultType: 'matrix', result: [] } }
  expect(newestOf(none)).toEqual([])
})

test.each([
  ['an error', { status: 'error', errorType: 'bad_data', error: 'parse error' }],
  ['warnings', matrix([[1795226400, '1']], { warnings: ['a store was away'] })],
  ['a vector', { status: 'success', data: { resultType: 'vector', result: [] } }],
  ['a series without samples', matrix([])],
  ['a login page', '<html>'],
])('%s is not understood', (_, answer) => {
  expect(() => newestOf(answer)).toThrow(expect.objectContaining({ reason: 'not understood' }))
})
