import { expect, test } from 'vitest'
import type { Host, Inventory } from '../model/inventory.ts'
import { commands } from './commands.ts'

const parse = (stdout: string) =>
  commands.parse({ status: 0, stdout, stderr: '' }, {} as Host, {} as Inventory)

test('programs, units and files are read once each', () => {
  const seen = parse('sh\nls\nsh\n--\nssh.service\n--\n/etc\n/etc/fstab\n')
  expect([seen.programs, seen.unitFiles, seen.files]).toEqual([
    ['ls', 'sh'],
    ['ssh.service'],
    ['/etc', '/etc/fstab'],
  ])
})

test.each(['sh\n--\nssh.service\n', 'sh\n--\n--\n/etc\n', 'ls\n--\na.service\n--\n/etc\n'])(
  'half an answer is no proof that something is missing',
  (stdout) => {
    expect(() => parse(stdout)).toThrow('missing from the answer')
  },
)
