import { expect, test } from 'vitest'
import type { Inventory } from '../model/inventory.ts'
import { resticRepositories } from './restic-repositories.ts'
import { host, inventory } from './text/stage.ts'

const repositories = [{ name: 'nas', location: '/srv/restic' }]
const lab = { ...inventory, backup: { repositories } } as unknown as Inventory
const parse = (stdout: string) =>
  resticRepositories.parse({ status: 0, stdout, stderr: '' }, host, lab)
const snapshot = {
  id: 'a1',
  tree: 't1',
  time: '2026-01-01T00:00:00.5Z',
  hostname: 'web',
  paths: ['/srv'],
  tags: ['web'],
  parent: 'a0',
}
const open = `repository nas\nconfig {"version":2,"id":"r1"}\nsnapshots ${JSON.stringify([snapshot])}\nchecks 1764300000 ok 3/30\n`

test('a repository that is open lists its snapshots', () => {
  expect(parse(`${open}looked\n`)).toEqual([
    {
      name: 'nas',
      isOpen: true,
      id: 'r1',
      snapshots: [
        {
          id: 'a1',
          tree: 't1',
          at: '2026-01-01T00:00:00.500Z',
          tags: ['web'],
          paths: ['/srv'],
          host: 'web',
          parent: 'a0',
        },
      ],
      checks: [{ at: new Date(1764300000 * 1000).toISOString(), isGood: true, subset: '3/30' }],
    },
  ])
})

test('one that is away has its receipt', () => {
  expect(parse('repository nas\nreceipt 1764300000 WX1 12 web\nlooked\n')[0]).toEqual({
    name: 'nas',
    isOpen: false,
    snapshots: [],
    checks: [],
    receipt: {
      at: new Date(1764300000 * 1000).toISOString(),
      serial: 'WX1',
      snapshots: 12,
      tags: ['web'],
    },
  })
})

test.each([
  ['no end', open],
  ['a list that is missing', 'repository nas\nconfig {"id":"r1"}\nlooked\n'],
  ['another repository', 'repository cloud\nlooked\n'],
  ['a receipt that does not say of what', 'repository nas\nreceipt 1764300000 WX1 12\nlooked\n'],
  ['a check in other words', `${open}checks yesterday ok\nlooked\n`],
])('%s is not understood', (_, stdout) => {
  expect(() => parse(stdout)).toThrow()
})
