import { expect, test } from 'vitest'
import { silencesOf } from './silence.ts'

const matcher = { name: 'alertname', value: 'DiskMissing', isRegex: false, isEqual: true }
const silence = (state: string, ...matchers: unknown[]) => ({
  id: 'b1f7',
  status: { state },
  endsAt: '2030-01-01T00:00:00.000Z',
  matchers,
})

test('one that holds is told, with what it asks for', () => {
  expect(silencesOf(silence('active', matcher))).toEqual([
    {
      id: 'b1f7',
      endsAt: '2030-01-01T00:00:00.000Z',
      matchers: [{ label: 'alertname', kind: '=', value: 'DiskMissing' }],
    },
  ])
})

test.each([
  [{ isRegex: true }, '=~'],
  [{ isEqual: false }, '!='],
  [{ isRegex: true, isEqual: false }, '!~'],
  [{ isEqual: undefined }, '='],
])('%o is read as %s', (change, kind) => {
  const [found] = silencesOf(silence('active', { ...matcher, ...change }))
  expect(found?.matchers[0]?.kind).toBe(kind)
})

test.each(['expired', 'pending'])('one that is %s silences nothing', (state) => {
  expect(silencesOf(silence(state, matcher))).toEqual([])
})

test.each([
  ['in another state', silence('paused', matcher)],
  ['without matchers', { ...silence('active'), matchers: undefined }],
  ['with half a matcher', silence('active', { name: 'alertname', value: 'x' })],
  ['with a pattern of another kind', silence('active', { ...matcher, isRegex: true, value: '(' })],
])('one %s is not understood', (_, value) => {
  expect(() => silencesOf(value)).toThrow(expect.objectContaining({ reason: 'not understood' }))
})
