import { expect, test } from 'vitest'
import type { Host, Inventory } from '../model/inventory.ts'
import { zfsSends } from './zfs-sends.ts'

const parse = (...lines: readonly string[]) =>
  zfsSends.parse({ status: 0, stdout: lines.join('\n'), stderr: '' }, {} as Host, {} as Inventory)

test('a dry run estimates, refuses, or has nothing to send from', () => {
  expect(
    parse(
      'dataset 7 tank/services/apps',
      'size\t13421772',
      'dataset 2 tank/services/dev',
      'refused cannot send tank/services/dev@b: permission denied',
      'dataset 1 tank/services/infra',
      'looked',
    ),
  ).toEqual([
    { dataset: 'tank/services/apps', snapshots: 7, bytes: 13_421_772 },
    {
      dataset: 'tank/services/dev',
      snapshots: 2,
      refusal: 'cannot send tank/services/dev@b: permission denied',
    },
    { dataset: 'tank/services/infra', snapshots: 1 },
  ])
})

test('another end or form is not understood', () => {
  expect(() => parse('dataset 1 tank')).toThrow('did not come to their end')
  expect(() => parse('dataset 2 tank', 'about 3M', 'looked')).toThrow('ended in another way')
})
