import { expect, test } from 'vitest'
import { parametersOf } from './parameters.ts'

test.each([3, 0, 0.05, '3', ' -2.5 '])('%o is a number', (value) => {
  expect(parametersOf({ 'p.max': value }).number('p.max')).toBe(Number(value))
})

test.each([[''], [' '], ['0x10'], ['three'], [Number.NaN], [[]], [['3']]])(
  '%o is none, and not nothing',
  (value) => {
    expect(() => parametersOf({ 'p.max': value }).number('p.max')).toThrow('p.max is not a number')
  },
)
