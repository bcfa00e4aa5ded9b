import { expect, test } from 'vitest'
import { guestProcesses } from './guest-processes.ts'
import { host, inventory } from './text/stage.ts'

const read = (stdout: string) =>
  guestProcesses.parse({ status: 0, stdout, stderr: '' }, host, inventory)

const block = `guest 103 577
uid          0     100000      65536
gid          0     100000      65536
seccomp 2
ns pid:[4026532862]
`

test('reads maps, filter and namespace of a container', () => {
  expect(read(`listed\n${block}`)).toEqual([
    {
      vmid: 103,
      pid: 577,
      users: [{ inside: 0, host: 100000, count: 65536 }],
      groups: [{ inside: 0, host: 100000, count: 65536 }],
      seccomp: 2,
      pidNamespace: 'pid:[4026532862]',
    },
  ])
})

test('no running container is an answer, no list is none', () => {
  expect(read('listed\n')).toEqual([])
  expect(() => read('')).toThrow('did not begin')
})

test('half an answer is refused', () => {
  expect(() => read('listed\nguest 103 577\nuid 0 100000 65536\n')).toThrow('not whole')
  expect(() => read(`listed\n${block.replace('65536', 'many')}`)).toThrow('three numbers')
})
