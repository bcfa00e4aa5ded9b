import { expect, test } from 'vitest'
import type { Inventory } from '../model/inventory.ts'
import { clusterCopies } from './cluster-copies.ts'
import { host, inventory } from './text/stage.ts'

const lab: Inventory = {
  ...inventory,
  backups: {
    stores: ['main'],
    tiers: {},
    jobs: {},
    cluster: { host: host.name, etcd: '/srv/etcd', machineSecrets: '/srv/talos' },
  },
}
const parse = (stdout: string) => clusterCopies.parse({ status: 0, stdout, stderr: '' }, host, lab)

test('files, their status and how secrets are encrypted are told apart', () => {
  expect(
    parse(`etcd 1700000000.5 4096 a.snapshot
status 0 a.snapshot {"hash":1,"revision":42,"totalKey":7,"totalSize":4096}
status 1 b.snapshot 
secret 1700000000 99 age controlplane cp-1.yaml.age
`),
  ).toEqual({
    etcd: [{ name: 'a.snapshot', bytes: 4096, at: '2023-11-14T22:13:20.500Z' }],
    statuses: [
      { name: 'a.snapshot', status: 0, revision: 42, keys: 7 },
      { name: 'b.snapshot', status: 1 },
    ],
    secrets: [
      {
        name: 'controlplane cp-1.yaml.age',
        bytes: 99,
        at: '2023-11-14T22:13:20.000Z',
        encryption: 'age',
      },
    ],
  })
})

test('empty folders are an answer, anything else is not', () => {
  expect(parse('')).toEqual({ etcd: [], statuses: [], secrets: [] })
  expect(() => parse('total 4\n')).toThrow('another kind')
  expect(() => parse('status 0 a.snapshot oops\n')).toThrow('not JSON')
})

test('only the host that has the copies is asked', () => {
  expect(clusterCopies.where?.(host, lab)).toBe(true)
  expect(clusterCopies.where?.({ ...host, name: 'other' }, lab)).toBe(false)
})
