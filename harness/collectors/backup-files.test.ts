import { expect, test } from 'vitest'
import type { Host, Inventory } from '../model/inventory.ts'
import { backupFiles } from './backup-files.ts'

const parse = (stdout: string) =>
  backupFiles.parse({ status: 0, stdout, stderr: '' }, {} as Host, {} as Inventory)

test('archives by guest, with size and time', () => {
  expect(
    parse('1795221250.5 1048576 vzdump-qemu-120-2026_11_21-01_00_02.vma.zst\nlooked\n'),
  ).toEqual([{ vmid: 120, bytes: 1_048_576, modifiedAt: '2026-11-21T00:34:10.000Z' }])
  expect(parse('looked\n')).toEqual([])
})

test('a look that was broken off, or another form, is not read', () => {
  expect(() => parse('1 2 vzdump-qemu-120-x.vma\n')).toThrow('did not come to its end')
  expect(() => parse('1 2 notes.txt\nlooked\n')).toThrow('another form')
})
