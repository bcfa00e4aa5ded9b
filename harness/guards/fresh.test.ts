import { expect, test } from 'vitest'
import { viewsOf } from '../judge/views.ts'
import type { Known } from '../model/fact.ts'
import type { Snapshot } from '../model/snapshot.ts'
import { clockAgrees } from './clock.ts'
import { fresh } from './fresh.ts'

const NOW = '2026-11-21T12:00:00.000Z'
const known = (value: unknown, takenAt: string, tookMs = 100): Known<unknown> => ({
  known: true,
  value,
  evidence: [{ source: 'vm102', ask: 'date', takenAt, tookMs, digest: '', reality: 'recorded' }],
})
const snapshot = (facts: Snapshot['facts']): Snapshot => ({
  schema: 'plumbline/snapshot/1',
  lab: 'test',
  target: 'embedded',
  takenAt: NOW,
  durationMs: 0,
  inventoryDigest: '',
  waivers: [],
  facts,
  inventory: {
    lab: 'test',
    profiles: [],
    hosts: [
      {
        name: 'vm102',
        role: 'storage',
        address: '192.0.2.1',
        ssh: { port: 22, user: 'plumbline' },
      },
    ],
    guests: [],
    services: [],
    vantages: [],
    apis: {},
    parameters: {},
  },
})
const look = (facts: Snapshot['facts'], fact: 'timers' | 'clock' = 'timers') =>
  viewsOf(snapshot(facts), {}, [fresh, clockAgrees]).host('vm102')[fact]

test('an answer of a minute ago is read', () => {
  expect(look({ 'clock@vm102': known(NOW, '2026-11-21T11:59:00Z') }, 'clock')).toBe(NOW)
})

test('an answer of an hour ago is not, and neither is one of the future', () => {
  for (const at of ['2026-11-21T11:00:00Z', '2026-11-21T12:30:00Z'])
    expect(() => look({ 'clock@vm102': known(NOW, at) }, 'clock')).toThrow('guard fresh')
})

test('one old fact of a host does not condemn the others', () => {
  const facts = {
    'clock@vm102': known(NOW, NOW),
    'mounts@vm102': known([], '2026-11-21T08:00:00Z'),
    'timers@vm102': known([], NOW),
  }

  expect(look(facts)).toEqual([])
})

test('what a host dates is not read when its clock is wrong, fast or slow', () => {
  for (const clock of ['2026-11-21T12:07:00Z', '2026-11-21T11:53:00Z'])
    expect(() =>
      look({ 'clock@vm102': known(clock, NOW), 'timers@vm102': known([], NOW) }),
    ).toThrow('guard clock')
})

test('nor when its clock could not be asked', () => {
  expect(() => look({ 'timers@vm102': known([], NOW) })).toThrow('guard clock')
})

test('a clock that was asked at the beginning of a long script is not slow', () => {
  const facts = {
    'clock@vm102': known('2026-11-21T11:55:00Z', NOW, 301_000),
    'timers@vm102': known([], NOW),
  }

  expect(look(facts)).toEqual([])
})
