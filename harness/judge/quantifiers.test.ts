import { describe, expect, test } from 'vitest'
import type { Census } from '../model/census.ts'
import { Unverifiable, Violation } from '../model/verdict.ts'
import { accepting } from './accepted.ts'
import { all, every, known, none, same, saw, that, the } from './quantifiers.ts'

const partial = <T>(...items: T[]): Census<T> => ({ items, complete: false, because: 'cut off' })
const unsure = () => {
  throw new Unverifiable('cannot see')
}

describe('every', () => {
  test('holds when each subject does', () => every([1, 2], 'is positive', (n) => n > 0))
  test('says nothing about nobody', () =>
    expect(() => every([], 'is positive', () => true)).toThrow(Unverifiable))
  test('does not hold over a partial look', () =>
    expect(() => every(partial(1), 'is positive', () => true)).toThrow(Unverifiable))
  test('finds the offender in a partial look all the same', () =>
    expect(() => every(partial(-1), 'is positive', (n) => n > 0)).toThrow(Violation))
  test('a subject nobody can judge makes it unverifiable', () =>
    expect(() => every([1], 'is positive', unsure)).toThrow(Unverifiable))
  test('an offender counts more than a subject nobody can judge', () =>
    expect(() => every([1, -1], 'is positive', (n) => (n > 0 ? unsure() : false))).toThrow(
      Violation,
    ))
})

describe('known', () => {
  test('without it nothing can be said', () => {
    known(true, 'nobody looked')
    expect(() => known(false, 'nobody looked')).toThrow(new Unverifiable('nobody looked'))
  })
})

test('of no parts there is nothing to judge', () => expect(() => all()).toThrow(Unverifiable))

describe('what is shown of an offender', () => {
  const pod = { name: 'web-0', namespace: 'shop', labels: { app: 'web' } }
  const short = ({ name }: { name: string }) => ({ name })
  test.each([
    () => every([pod], 'is well', () => false, short),
    () => none([pod], 'is ill', () => true, short),
  ])('is what the claim says, and what a waiver may name', (judge) => {
    expect(judge).toThrow(expect.objectContaining({ offenders: [{ name: 'web-0' }] }))
    accepting((offender) => (offender as { name?: string }).name === 'web-0', judge)
  })
})

describe('none', () => {
  test('absence needs a complete look', () => {
    none([1], 'is negative', (n) => n < 0)
    expect(() => none(partial(1), 'is negative', (n) => n < 0)).toThrow('cut off')
  })
  test('an empty complete look is an answer', () => none([], 'is there', () => true))
  test('a match is a violation, with the offenders', () => {
    try {
      none([{ port: 22 }], 'is open', () => true)
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(Violation)
      expect((error as Violation).offenders).toEqual([{ port: 22 }])
    }
  })
})

describe('saw and the', () => {
  test('having seen it counts in a partial look, not having seen it does not', () => {
    expect(saw(partial(1), (n) => n === 1)).toBe(true)
    expect(() => saw(partial(1), (n) => n === 2)).toThrow(Unverifiable)
    expect(saw([1], (n) => n === 2)).toBe(false)
  })
  test('exactly one is meant', () => {
    expect(the([1, 2], 'two', (n) => n === 2)).toBe(2)
    expect(() => the([2, 2], 'two', (n) => n === 2)).toThrow('found 2')
    expect(() => the([1], 'two', (n) => n === 2)).toThrow(Violation)
    expect(() => the(partial(1), 'two', (n) => n === 2)).toThrow(Unverifiable)
  })
})

describe('same', () => {
  test('both directions count', () => {
    same(['a', 'b'], ['b', 'a'], 'shares')
    expect(() => same(['a', 'x'], ['a'], 'shares')).toThrow('nobody declared')
    expect(() => same(['a'], ['a', 'b'], 'shares')).toThrow('should be there')
  })
  test('what is missing from a partial look may be where nobody looked', () => {
    expect(() => same(partial('a'), ['a', 'b'], 'shares')).toThrow(Unverifiable)
    expect(() => same(partial('x'), ['a'], 'shares')).toThrow(Violation)
  })
})

describe('that and all', () => {
  test('a violation wins over what cannot be seen, and all are told', () => {
    const broken = () => that(false, 'it holds', { host: 'vm100' })
    expect(() => all(unsure, broken)).toThrow(Violation)
    expect(() => all(unsure, () => {})).toThrow(Unverifiable)
    expect(() => all(broken, broken)).toThrow(/it holds[\s\S]*it holds/)
  })
  test('a bug is neither', () =>
    expect(() =>
      all(() => {
        throw new TypeError('x is undefined')
      }),
    ).toThrow(TypeError))
})
