import { expect, test } from 'vitest'
import type { Change } from '../night.ts'
import { messageOf, type News } from './notification.ts'

const change = (about: Partial<Change>): Change => ({
  ...{ id: 'zero-trust/x', title: 'Nothing answers', impact: 'high', from: 'pass', to: 'fail' },
  ...{ because: 'it does', remedy: 'Close it.' },
  ...about,
})
const of = (changes: readonly Change[], about: Partial<News> = {}) =>
  messageOf({
    ...{ lab: 'home', target: 'live', at: '2026-11-28T03:31:00.000Z', missed: [] },
    ...{ changes, ...about },
  })

const lost = Array.from({ length: 43 }, (_, n) =>
  change({
    id: `zero-trust/c-${n}`,
    title: `Claim ${n}`,
    to: 'unverifiable',
    lost: 'vm102',
    because: `mounts@vm102 is unknown (refused): vm102: no answer`,
    ...(n === 0 ? { from: 'fail', impact: 'critical' } : {}),
  }),
)

test('a lost host is one thing, and its return too', () => {
  const { subject, text } = of(lost)
  expect(subject).toBe('[home] vm102 lost (43 cannot be told)')
  expect(text).toContain(
    'vm102 gives no answer: 43 controls cannot be told, 1 of them failed before\n  (refused): vm102: no answer',
  )
  expect(text).toContain('critical: Claim 0 (failed before)')
  expect(text).toContain('and 35 more')
  const back = of(lost.map((one) => change({ ...one, from: 'unverifiable', to: 'pass' })))
  expect(back.subject).toBe('[home] vm102 is back')
  expect(back.isBad).toBe(false)
})

test('what fails says why and what to do; what is worst comes first', () => {
  const { text } = of([
    change({ title: 'Minor', impact: 'low' }),
    change({ title: 'Grave', impact: 'critical' }),
  ])
  expect(text.indexOf('Grave')).toBeLessThan(text.indexOf('Minor'))
  expect(text).toContain('do: Close it.')
})

test('what is not judged any more is never told as well', () => {
  const { to: _, ...gone } = change({ from: 'fail' })
  const { subject, text } = of([gone])
  expect(subject).toBe('[home] 1 other change')
  expect(text).toContain('was fail, is judged no more')
})

test('every kind of change has its place in the subject', () => {
  const { subject } = of(
    [
      change({ title: 'A' }),
      change({ title: 'B', to: 'unverifiable' }),
      change({ title: 'C', from: 'fail', to: 'pass' }),
      change({ title: 'D', to: 'waived' }),
    ],
    { trouble: { kind: 'waivers', says: 'x' }, missed: ['y'] },
  )
  expect(subject).toBe(
    '[home] Waivers accept what is no longer there, fails: A, 1 cannot be told, passes again: C, 1 other change, 1 missed',
  )
})

test('a night that judged nothing is bad, and counts no controls', () => {
  const { isBad, text } = of([], { trouble: { kind: 'deadline', says: 'not done after 1h' } })
  expect(isBad).toBe(true)
  expect(text).toContain('nothing was judged\n  not done after 1h')
  expect(text).not.toContain('Now:')
})

test('a recovery is no all-clear while something else fails', () => {
  const summary = { pass: 1, fail: 1, unverifiable: 0, waived: 0, notApplicable: 0 }
  expect(of([change({ from: 'fail', to: 'pass' })], { summary }).isBad).toBe(true)
})

test('what a terminal would obey is made visible, and long reasons are cut', () => {
  const { subject, text } = of([
    change({ title: 'a\u001b[2Jb\nc', because: `${'x'.repeat(9000)}\u0007`, remedy: 'y\u202e' }),
  ])
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  expect(subject + text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/)
  expect(subject).not.toContain('\n')
  expect(text.length).toBeLessThan(1000)
})
