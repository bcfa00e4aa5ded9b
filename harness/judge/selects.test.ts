import { expect, test } from 'vitest'
import { selects } from './selects.ts'

const term = (operator: string, ...values: string[]) => ({
  labels: {},
  terms: [{ key: 'app', operator, values }],
})

test('an empty selector means everything', () => {
  expect(selects({ labels: {}, terms: [] }, {})).toBe(true)
})

test.each([
  [{ labels: { app: 'web' }, terms: [] }, true, false],
  [term('In', 'web', 'db'), true, false],
  [term('NotIn', 'web'), false, true],
  [term('NotIn', 'db'), true, true],
  [term('Exists'), true, false],
  [term('DoesNotExist'), false, true],
])('%j', (selector, withLabel, without) => {
  expect(selects(selector, { app: 'web', tier: 'a' })).toBe(withLabel)
  expect(selects(selector, {})).toBe(without)
})

test('all terms must fit', () => {
  const both = { labels: { app: 'web' }, terms: [{ key: 'b', operator: 'Exists', values: [] }] }
  expect(selects(both, { app: 'web' })).toBe(false)
})

test('a word of a later release is not guessed at', () => {
  expect(() => selects(term('Like', 'w*'), { app: 'web' })).toThrow('not understood')
})
