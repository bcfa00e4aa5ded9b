import { expect, test } from 'vitest'
import type { Collector } from '../model/collector.ts'
import { isAsked } from '../model/collector.ts'
import type { Host, Inventory, Vantage } from '../model/inventory.ts'
import { askingOnly } from './asking-only.ts'

const mounts = { kind: 'host', fact: 'mounts', command: 'x', parse: () => [] }
const disks = { kind: 'host', fact: 'disks', roles: ['storage'], command: 'x', parse: () => [] }
const guests = { kind: 'api', fact: 'guests', api: 'proxmox', read: async () => [] }
const ports = { kind: 'vantage', fact: 'openPorts', ask: () => ({}), parse: () => [] }
const all = [mounts, disks, guests, ports] as unknown as readonly Collector[]
const vm1 = { name: 'vm1', role: 'compute' } as Host
const inventory = {} as Inventory

const asked = (...keys: string[]) =>
  askingOnly(all, new Set(keys)).filter((question) =>
    question.kind === 'host'
      ? isAsked(question, vm1, inventory)
      : question.kind !== 'vantage' || question.ask({ name: 'lan' } as Vantage, inventory),
  )

test('only those are asked whose answer is wanted', () => {
  expect(asked('mounts@vm1').map(({ fact }) => fact)).toEqual(['mounts'])
  expect(asked('mounts@vm2')).toEqual([])
  expect(asked('guests@lab', 'openPorts@lan').map(({ fact }) => fact)).toEqual([
    'guests',
    'openPorts',
  ])
  expect(asked('openPorts@internet')).toEqual([])
})

test('nobody is asked who would not be asked anyway', () => {
  expect(asked('disks@vm1')).toEqual([])
})
