import { expect, test } from 'vitest'
import type { Host, Inventory } from '../model/inventory.ts'
import { resolver } from './resolver.ts'

const parse = (stdout: string) =>
  resolver.parse({ status: 0, stdout, stderr: '' }, {} as Host, {} as Inventory)

test('servers are those that are asked in the end', () => {
  expect(parse('nameserver 192.168.1.1\n# nameserver 9.9.9.9\n--\n')).toEqual({
    items: ['192.168.1.1'],
    complete: true,
  })
  expect(parse('nameserver 127.0.0.53\n--\nnameserver 192.168.1.103\n')).toEqual({
    items: ['192.168.1.103'],
    complete: true,
  })
})

test('a relay that keeps its own servers to itself leaves the look incomplete', () => {
  expect(parse('nameserver 127.0.0.1\n--\n').complete).toBe(false)
  expect(parse('nameserver 100.100.100.100\n--\n').complete).toBe(false)
})

test('no server at all, or half an answer, is not understood', () => {
  expect(() => parse('search lan\n--\n')).toThrow('names no server')
  expect(() => parse('nameserver 192.168.1.1\n')).toThrow('not there as a whole')
})
