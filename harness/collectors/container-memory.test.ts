import { expect, test } from 'vitest'
import { containerMemory } from './container-memory.ts'
import { host, inventory } from './text/stage.ts'

const parse = (stdout: string) =>
  containerMemory.parse({ status: 0, stdout, stderr: '' }, host, inventory)

test('files that can be dropped are not in use', () => {
  expect(
    parse('container 111 536870912 209715200 104857600\ncontainer 112 max 1 2\nlooked\n'),
  ).toEqual([
    { vmid: 111, limitBytes: 536_870_912, workingBytes: 104_857_600 },
    { vmid: 112, workingBytes: 0 },
  ])
})

test('another form is not understood', () => {
  expect(() => parse('container 111 512M 1 2\nlooked\n')).toThrow('another form')
  expect(() => parse('')).toThrow('did not come to its end')
})
