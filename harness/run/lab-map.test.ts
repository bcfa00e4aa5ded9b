import { expect, test } from 'vitest'
import type { Inventory } from '../model/inventory.ts'
import { mapOf } from './lab-map.ts'

const inventory = (about: object) =>
  ({ hosts: [], guests: [], vantages: [], ...about }) as unknown as Inventory
const host = (name: string, address: string, more: object = {}) => ({
  ...{ name, role: 'service', address },
  ...more,
})

test('who is in a network stands in it, and everybody stands somewhere, once', () => {
  const { networks, vantages } = mapOf(
    inventory({
      hosts: [host('nas', '10.0.20.5'), host('desk', '10.0.0.9'), host('vps', '203.0.113.7')],
      guests: [{ vmid: 104, name: 'books', type: 'lxc' }],
      network: { lan: '10.0.0.0/16' },
      segments: { vlans: [{ name: 'servers', id: 20, network: '10.0.20.0/24' }] },
      vantages: [{ name: 'internet' }],
    }),
  )
  expect(networks.map(({ name, nodes }) => [name, nodes.map((node) => node.name)])).toEqual([
    ['servers (VLAN 20)', ['nas']],
    ['LAN', ['desk']],
    ['elsewhere', ['vps', 'books']],
  ])
  expect(vantages).toEqual(['internet'])
})

test('a guest that is a host too is told once, as a guest', () => {
  const { networks } = mapOf(
    inventory({
      hosts: [host('vm100', '10.0.0.3', { vmid: 100 }), host('books', '10.0.0.4')],
      guests: [
        { vmid: 100, name: 'media', type: 'qemu' },
        { vmid: 104, name: 'books', type: 'lxc' },
      ],
    }),
  )
  expect(networks).toEqual([
    {
      name: 'the lab',
      nodes: [
        { name: 'vm100', role: 'service', address: '10.0.0.3', isGuest: true },
        { name: 'books', role: 'service', address: '10.0.0.4', isGuest: true },
      ],
    },
  ])
})
