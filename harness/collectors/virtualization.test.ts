import { expect, test } from 'vitest'
import type { Host, Inventory } from '../model/inventory.ts'
import { virtualization } from './virtualization.ts'

const parse = (stdout: string, status: number) =>
  virtualization.parse({ status, stdout, stderr: '' }, {} as Host, {} as Inventory)

test('the word is taken where the status agrees with it', () => {
  expect(parse('none\n', 1)).toBe('none')
  expect(parse('kvm\n', 0)).toBe('kvm')
})

test.each([
  ['none\n', 0],
  ['kvm\n', 1],
  ['', 1],
  ['Failed to connect\n', 1],
] as const)('%j with status %d is not understood', (stdout, status) => {
  expect(() => parse(stdout, status)).toThrow('no word of its own')
})
