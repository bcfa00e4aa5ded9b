import { expect, test } from 'vitest'
import type { Host, Inventory } from '../model/inventory.ts'
import { guestFiles } from './guest-files.ts'

const parse = (stdout: string) =>
  guestFiles.parse({ status: 0, stdout, stderr: '' }, {} as Host, {} as Inventory)

test('a guest is its file, and runs where it has a process', () => {
  expect(
    parse('file pve/qemu-server/120.conf\nfile pve/lxc/111.conf\nruns qemu 120 4711\nlooked\n'),
  ).toEqual([
    { vmid: 120, type: 'qemu', node: 'pve', pid: 4711 },
    { vmid: 111, type: 'lxc', node: 'pve' },
  ])
})

test('without any configuration there are no guests, but for one that runs', () => {
  expect(parse('looked\n')).toEqual([])
  expect(() => parse('runs lxc 111 12\nlooked\n')).toThrow('no guest has a configuration')
})

test.each(['file pve/lxc/111.conf\n', 'file pve/lxc/x.conf\nlooked\n', ''])(
  'an answer that ends early, or says something else, is not read: %j',
  (stdout) => {
    expect(() => parse(stdout)).toThrow()
  },
)
