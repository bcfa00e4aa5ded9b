import { expect, test } from 'vitest'
import { canaryGauge } from './canary-gauge.ts'
import { read } from './text/answer.ts'

test('a number and its time are read', () => {
  expect(read(canaryGauge, 'gauge 48213 1764300000\n')).toEqual({
    value: 48213,
    at: new Date(1764300000 * 1000).toISOString(),
  })
  expect(() => read(canaryGauge, 'gauge  1764300000\n')).toThrow()
})
