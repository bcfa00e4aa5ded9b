import { expect, test } from 'vitest'
import type { Attestation } from '../model/attestation.ts'
import { Unverifiable, Violation } from '../model/verdict.ts'
import { attested } from './attested.ts'

const sha256 = 'a'.repeat(64)
const whole: Attestation = {
  about: 'ups-test',
  by: 'eva',
  on: '2026-10-01',
  until: '2027-04-01',
  evidence: { at: 'docs/attestations/ups-test.log', sha256, found: sha256 },
}
const look = (about: Partial<Attestation>, today = '2026-11-21T12:00:00Z') =>
  attested(
    {
      lab: { attestations: [{ ...whole, ...about }] },
      ageSeconds: (at) => (Date.parse(today) - Date.parse(at)) / 1000,
    },
    'ups-test',
  )
const without = (...names: readonly (keyof Attestation)[]) =>
  Object.fromEntries(names.map((name) => [name, undefined])) as Partial<Attestation>

test('what a person vouches for counts, until the last day and that day too', () => {
  expect(look({})).toMatchObject({ by: 'eva', until: '2027-04-01' })
  expect(look({}, '2027-04-01T20:00:00Z').by).toBe('eva')
})

test('past its last day nobody knows', () => {
  expect(() => look({}, '2027-04-02T00:00:00Z')).toThrow(Unverifiable)
  expect(() => look({}, '2027-04-02T00:00:00Z')).toThrow('held until 2027-04-01')
})

test.each([
  ['by', 'who vouches'],
  ['on', 'since when'],
  ['until', 'no last day'],
  ['evidence', 'no evidence'],
] as const)('without "%s" nobody knows', (name, says) => {
  expect(() => look(without(name))).toThrow(Unverifiable)
  expect(() => look(without(name))).toThrow(says)
})

test('evidence that is another one by now is none, and a photograph is taken at its word', () => {
  const evidence = { at: 'docs/ups.log', sha256 }

  expect(() => look({ evidence: { ...evidence, found: 'b'.repeat(64) } })).toThrow(Unverifiable)
  expect(look({ evidence: { ...evidence, at: 'photo in the safe' } }).evidence.sha256).toBe(sha256)
})

test('without a file nobody vouches, and one that is dated ahead is a finding', () => {
  expect(() => look({ about: 'offsite-disk' })).toThrow('there is no docs/attestations/ups-test.md')
  expect(() => look({ on: '2026-12-24' })).toThrow(Violation)
})
