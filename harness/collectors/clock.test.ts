import { expect, test } from 'vitest'
import { clock } from './clock.ts'
import { read } from './text/answer.ts'

test('reads seconds since 1970', () => {
  expect(read(clock, '1795226385\n')).toBe('2026-11-21T01:59:45.000Z')
})

test('refuses anything else', () => {
  expect(() => read(clock, '%s\n')).toThrow('no seconds')
})
