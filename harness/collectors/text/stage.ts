import type { Host, Inventory } from '../../model/inventory.ts'

/** A host and an inventory for tests of parsers that look at neither. */
export const host: Host = {
  name: 'vm102',
  role: 'storage',
  address: '192.168.1.102',
  ssh: { port: 22, user: 'plumbline' },
}

export const inventory: Inventory = {
  lab: 'test',
  profiles: ['zero-trust'],
  hosts: [host],
  guests: [],
  services: [],
  vantages: [],
  apis: {},
  parameters: {},
}
