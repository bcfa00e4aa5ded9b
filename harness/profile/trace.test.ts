import { expect, test } from 'vitest'
import { parseDocument } from './document.ts'
import type { About, Ruling } from './profile.ts'
import { trace } from './trace.ts'

const document = parseDocument(`# Lab
## One
- **X-1** a
- **X-2** b
## Two
- **X-3** c
- **X-4** d
`)

const empty: About = { parameters: {}, narrative: {}, rulings: [], planned: {}, notHere: {} }
const about = (change: Partial<About>): About => ({ ...empty, ...change })
const a = { id: 'lab/a', statement: 'X-1', section: 'one' }
const c = { id: 'lab/c', statement: 'X-3', section: 'two' }

test('every statement is claimed, narrative or unclaimed, in the document’s order', () => {
  const found = trace(document, about({ narrative: { 'X-2': 'an aim' } }), [c, a])

  expect(found).toEqual({
    claimed: ['X-1', 'X-3'],
    narrative: ['X-2'],
    unclaimed: ['X-4'],
    planned: [],
    unknown: [],
    stale: [],
  })
})

test('several controls may stand on one statement', () => {
  expect(trace(document, empty, [a, { ...a, id: 'lab/b' }]).claimed).toEqual(['X-1'])
})

test('without controls nothing is claimed', () => {
  expect(trace(document, empty, []).unclaimed).toEqual(['X-1', 'X-2', 'X-3', 'X-4'])
})

test('a planned statement stays unclaimed, and is named as planned', () => {
  const found = trace(document, about({ planned: { d: 'X-4', b: 'X-1' } }), [a])

  expect(found.unclaimed).toEqual(['X-2', 'X-3', 'X-4'])
  expect(found.planned).toEqual(['X-4'])
})

test('a control that stands on nothing claims nothing', () => {
  const found = trace(document, empty, [{ ...a, statement: 'X-9' }])

  expect(found.claimed).toEqual([])
  expect(found.unknown).toEqual([
    { ...a, statement: 'X-9', because: 'the document has no statement X-9' },
  ])
})

test('a control in another section’s folder claims nothing', () => {
  const found = trace(document, empty, [{ ...a, section: 'two' }])

  expect(found.unclaimed).toContain('X-1')
  expect(found.unknown[0]?.because).toBe('X-1 stands under one, the spec under two')
})

test('a bad claim does not shadow a good one on the same statement', () => {
  const found = trace(document, empty, [{ ...a, id: 'lab/b', section: 'two' }, a])

  expect(found.claimed).toEqual(['X-1'])
  expect(found.unknown.map(({ id }) => id)).toEqual(['lab/b'])
})

const ruling = (change: Partial<Ruling>): Ruling => ({
  id: 'r',
  between: ['X-1', 'X-2'],
  conflict: '',
  ruling: '',
  because: '',
  affects: ['lab/a'],
  ...change,
})

test.for<[string, Partial<About>, string]>([
  ['a narrative of nothing', { narrative: { 'X-9': '' } }, 'narrative X-9 is no statement'],
  ['a narrative that is judged', { narrative: { 'X-1': '' } }, 'narrative X-1 is judged'],
  [
    'a narrative that refers to nothing',
    { narrative: { 'X-2': 'as X-9 says' } },
    'narrative X-2 refers to X-9',
  ],
  [
    'narratives that refer to each other',
    { narrative: { 'X-2': 'see X-4', 'X-4': 'an aim' } },
    'narrative X-2 refers to X-4',
  ],
  ['a plan without statement', { planned: { d: 'X-9' } }, 'planned d has nothing to stand on'],
  [
    'a plan on a narrative',
    { planned: { d: 'X-4' }, narrative: { 'X-4': '' } },
    'planned d has nothing to stand on in X-4',
  ],
  ['a plan that is written', { planned: { a: 'X-1' } }, 'a is written'],
  ['an exclusion that is written', { notHere: { a: 'never' } }, 'a is written'],
  ['a ruling about nothing', { rulings: [ruling({ between: ['X-1', 'X-9'] })] }, 'about X-9'],
  ['a ruling that affects nothing', { rulings: [ruling({ affects: ['lab/z'] })] }, 'affects lab/z'],
])('points out %s', ([, change, message]) => {
  const { stale } = trace(document, about(change), [a])
  expect(stale).toEqual([expect.stringContaining(message)])
})

test('a ruling may affect what is planned or left out', () => {
  const change = { planned: { d: 'X-4' }, notHere: { e: 'never' } }
  const rulings = [ruling({ affects: ['lab/a', 'lab/d', 'lab/e'] })]
  expect(trace(document, about({ ...change, rulings }), [a]).stale).toEqual([])
})

test('names of standards in a reason are no statements', () => {
  expect(trace(document, about({ narrative: { 'X-2': 'see SC-7' } }), [a]).stale).toEqual([])
})
