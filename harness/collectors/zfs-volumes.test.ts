import { expect, test } from 'vitest'
import type { Host, Inventory } from '../model/inventory.ts'
import { zfsVolumes } from './zfs-volumes.ts'

const parse = (stdout: string) =>
  zfsVolumes.parse({ status: 0, stdout, stderr: '' }, {} as Host, {} as Inventory)

test('volumes, by their size', () => {
  expect(
    parse(
      'tank/vm-120-disk-0\t68719476736\n-- snapshots\ntank/apps@a\t1795221201\ntank/vm-120-disk-0@a\t1795221202\n',
    ),
  ).toEqual([
    {
      name: 'tank/vm-120-disk-0',
      volumeBytes: 68_719_476_736,
      snapshots: ['2026-11-21T00:33:22.000Z'],
    },
  ])
  expect(() => parse('tank/vm-120-disk-0\t64G\n-- snapshots\n')).toThrow('no number')
  expect(() => parse('')).toThrow('no snapshots')
})
