import { expect, test } from 'vitest'
import type { Host, Inventory } from '../model/inventory.ts'
import { zfsSnapshots } from './zfs-snapshots.ts'

const parse = (stdout: string) =>
  zfsSnapshots.parse({ status: 0, stdout, stderr: '' }, {} as Host, {} as Inventory)

test('a snapshot is dated by the pool, whatever its name says', () => {
  expect(parse('tank/media@daily-2019-01-01\t1795221202\t77\t0\t98304\t1\n')).toEqual([
    {
      dataset: 'tank/media',
      label: 'daily-2019-01-01',
      createdAt: '2026-11-21T00:33:22.000Z',
      guid: '77',
      usedBytes: 0,
      referencedBytes: 98_304,
      holds: 1,
    },
  ])
  expect(parse('')).toEqual([])
})

test.each(['tank/media\t1\t1\t0\t0\t0\n', 'tank@a\tyesterday\t1\t0\t0\t0\n', 'tank@a\t1\n'])(
  'another form is not understood: %j',
  (line) => {
    expect(() => parse(line)).toThrow()
  },
)
