import { expect, test } from 'vitest'
import { didYouMean, nearest } from './nearest.ts'

const keys = ['name', 'role', 'address', 'tailnetAddress', 'vmid', 'ssh']

test.each([
  ['adress', ['address']],
  ['Address', ['address']],
  ['adderss', ['address']],
  ['nmae', []],
  ['rol', ['role']],
  ['colour', []],
  ['', []],
])('"%s" is near %j', (word, near) => {
  expect(nearest(word, keys)).toEqual(near)
})

test('the best comes first, at most three, each once', () => {
  expect(nearest('vm101', ['vm200', 'vm102', 'vm100', 'vm101a', 'vm102'])).toEqual([
    'vm100',
    'vm101a',
    'vm102',
  ])
})

test('a hint names the near words, else the choices', () => {
  expect(didYouMean('adress', keys)).toBe('; did you mean "address"?')
  expect(didYouMean('colour', ['a', 'b'])).toBe('; known: a, b')
  expect(didYouMean('colour', [])).toBe('; there are none')
})

test('of many choices the first are told, each once', () => {
  const words = Array.from({ length: 160 }, (_, i) => `choice-${String(i % 80).padStart(2, '0')}`)
  const told = didYouMean('something else entirely', words)
  expect(told).toContain('choice-59 and 20 more')
  expect(told).not.toContain('choice-60')
})
