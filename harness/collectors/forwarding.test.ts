import { expect, test } from 'vitest'
import { forwarding } from './forwarding.ts'
import { host, inventory } from './text/stage.ts'

const parse = (stdout: string) =>
  forwarding.parse({ status: 0, stdout, stderr: '' }, host, inventory)

test('on, off, and nothing else', () => {
  expect(parse('1\n')).toEqual({ isForwarding: true })
  expect(parse('0\n')).toEqual({ isForwarding: false })
  expect(() => parse('')).toThrow('neither 0 nor 1')
})
