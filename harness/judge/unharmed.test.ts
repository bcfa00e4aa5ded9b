import { expect, test } from 'vitest'
import type { DrillRecord } from '../model/drill-record.ts'
import { doneWithin, unharmed } from './unharmed.ts'

const healthy = {
  taken: ['lyra'],
  reachedBefore: ['lan', 'watch'],
  silentFrom: ['lan', 'watch'],
  heldSeconds: 2400,
  longestTimeoutSeconds: 1800,
  services: [{ service: 'forge', probes: 100, failures: 0, usualMs: 20, slowestMs: 90 }],
  alerts: [],
  logins: [],
  stuckProcesses: 0,
}
const expected = { taken: ['lyra'], services: ['forge'], slowest: 3 }

test('nobody noticed', () => {
  expect(() => unharmed(healthy, expected)).not.toThrow()
})

test.each([
  ['something else was taken away', { taken: ['nova'] }],
  ['it was silent before', { reachedBefore: ['lan'] }],
  ['it went on answering', { silentFrom: [] }],
  ['it was gone for a moment', { heldSeconds: 60 }],
  ['a service was not watched', { services: [] }],
  ['nobody probed', { services: [{ ...healthy.services[0], probes: 0 }] }],
  ['it was probed once', { services: [{ ...healthy.services[0], probes: 1 }] }],
  ['a service failed once', { services: [{ ...healthy.services[0], failures: 1 }] }],
  ['a service was slow', { services: [{ ...healthy.services[0], slowestMs: 900 }] }],
])('it shows nothing, or harm, when %s', (_, change) => {
  expect(() => unharmed({ ...healthy, ...change } as typeof healthy, expected)).toThrow()
})

test.each([
  ['recovered', 10, true],
  ['recovered', 99, false],
  ['missed', 10, false],
] as const)('a drill that %s %i s ago counts within 60 s: %s', (result, age, counts) => {
  const record = { scenario: 'x', endedAt: 'then', result } as DrillRecord
  const judge = () => doneWithin(record, age, 60)
  if (counts) expect(judge).not.toThrow()
  else expect(judge).toThrow()
})
