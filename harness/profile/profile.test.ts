import { expect, test } from 'vitest'
import { parameter } from './parameter.ts'
import { type About, defaultsOf, profile, type Ruling } from './profile.ts'

const ruling: Ruling = {
  id: 'one-way-or-the-other',
  between: ['X-1', 'X-2'],
  conflict: 'both cannot be',
  ruling: 'the first holds',
  because: 'it is written first',
  affects: ['lab/a'],
  override: ['p.age.max', 'network.lanExposed', 'waiver'],
}

const about = (change: Partial<About> = {}): About => ({
  parameters: {
    'p.age.max': parameter.duration('26h', 'how old'),
    'p.disk.free': parameter.size('20GiB', 'how full'),
    'p.gpu.accepted_xid': parameter.words('', 'what is harmless'),
    'p.drill.scenarios': parameter.words(' disk-loss  vm-loss', 'what may happen'),
  },
  narrative: {},
  rulings: [ruling],
  planned: {},
  notHere: {},
  ...change,
})

test('a profile keeps what it declares', () => {
  expect(profile('Lab', about())).toEqual({ title: 'Lab', ...about() })
})

test('defaults are by name, as a user would write them', () => {
  expect(defaultsOf(about())).toEqual({
    'p.age.max': '26h',
    'p.disk.free': '20GiB',
    'p.gpu.accepted_xid': [],
    'p.drill.scenarios': ['disk-loss', 'vm-loss'],
  })
})

test.for<[string, Partial<About>, string]>([
  ['a parameter without area', { parameters: { age: parameter.number(1, '') } }, '"age"'],
  ['two rulings of one name', { rulings: [ruling, ruling] }, 'one-way-or-the-other'],
  [
    'a ruling about one statement',
    { rulings: [{ ...ruling, between: ['X-1'] }] },
    'two statements',
  ],
  ['an override of no parameter', { rulings: [{ ...ruling, override: ['p.a'] }] }, 'p.a'],
  [
    'a plan that is ruled out',
    { planned: { a: 'X-1' }, notHere: { a: 'never' } },
    'planned and not',
  ],
])('refuses %s', ([, change, message]) => {
  expect(() => profile('Lab', about(change))).toThrow(message)
})
