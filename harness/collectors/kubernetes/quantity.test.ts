import { expect, test } from 'vitest'
import { quantity } from './quantity.ts'

test.each([
  ['4', 4],
  ['250m', 0.25],
  ['3950m', 3.95],
  ['16Gi', 16 * 2 ** 30],
  ['16384256Ki', 16384256 * 1024],
  ['1.5G', 1.5e9],
  ['1e3', 1000],
  ['2E', 2e18],
  [110, 110],
  ['0', 0],
])('%s is %d', (written, amount) => {
  expect(quantity(written, 'it')).toBeCloseTo(amount, 6)
})

test.each(['', 'many', '4 Gi', '4GB', '1e', undefined, null])('%s is no amount', (written) => {
  expect(() => quantity(written, 'it')).toThrow(/^it is/)
})
