import { expect, test } from 'vitest'
import { query, vector } from './prometheus.ts'

const answer = (value: string, more: object = {}) => ({
  status: 'success',
  data: {
    resultType: 'vector',
    result: [{ metric: { job: 'node' }, value: [1700000000.5, value] }],
  },
  ...more,
})

test('a query is one encoded path', () => {
  expect(query('up{job="a b"} == 0 & 1')).toBe(
    '/api/v1/query?query=up%7Bjob%3D%22a+b%22%7D+%3D%3D+0+%26+1',
  )
})

test('samples have labels, a value and a time', () => {
  expect(vector(answer('1.5'))).toEqual([
    { labels: { job: 'node' }, value: 1.5, at: '2023-11-14T22:13:20.500Z' },
  ])
  expect(vector(answer('+Inf'))[0]?.value).toBe(Number.POSITIVE_INFINITY)
  expect(vector({ status: 'success', data: { resultType: 'vector', result: [] } })).toEqual([])
})

test.each([
  ['a failed query', { status: 'error', errorType: 'timeout' }],
  ['a partial answer', answer('1', { warnings: ['one store is down'] })],
  ['a stale sample', answer('NaN')],
  ['a matrix', { status: 'success', data: { resultType: 'matrix', result: [] } }],
  ['no result', { status: 'success', data: { resultType: 'vector', result: null } }],
  [
    'a sample without value',
    { status: 'success', data: { resultType: 'vector', result: [{ metric: {} }] } },
  ],
  [
    'a value that is no text',
    { status: 'success', data: { resultType: 'vector', result: [{ metric: {}, value: [1, 1] }] } },
  ],
  ['nothing', null],
])('%s is not understood', (_, said) => {
  expect(() => vector(said)).toThrow(expect.objectContaining({ reason: 'not understood' }))
})
