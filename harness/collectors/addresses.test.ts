import { expect, test } from 'vitest'
import type { Host, Inventory } from '../model/inventory.ts'
import { addresses } from './addresses.ts'

const read = (links: unknown) =>
  addresses.parse(
    { status: 0, stdout: JSON.stringify(links), stderr: '' },
    {} as Host,
    {} as Inventory,
  )
const link = (device: string, ...info: readonly object[]) => ({
  ifname: device,
  flags: ['BROADCAST', 'UP', 'LOWER_UP'],
  addr_info: info,
})

test('reads ip of iproute2 6.1, privacy addresses among them', () => {
  const found = read([
    link('lan0', { family: 'inet', local: '192.168.1.100', prefixlen: 24, scope: 'global' }),
    link('eth0', {
      family: 'inet6',
      local: '2a00:1450:4001::8',
      prefixlen: 64,
      scope: 'global',
      temporary: true,
    }),
    {},
  ])

  expect(found).toEqual([
    {
      device: 'lan0',
      address: '192.168.1.100',
      family: 4,
      prefixLength: 24,
      scope: 'global',
      isPublic: false,
      isTemporary: false,
      isUp: true,
    },
    {
      device: 'eth0',
      address: '2a00:1450:4001::8',
      family: 6,
      prefixLength: 64,
      scope: 'global',
      isPublic: true,
      isTemporary: true,
      isUp: true,
    },
  ])
})

test.each([
  ['10.1.2.3', false],
  ['100.64.0.5', false],
  ['172.31.0.1', false],
  ['172.32.0.1', true],
  ['203.0.113.2', true],
  ['fd7a:115c:a1e0::5', false],
  ['fe80::1', false],
  ['2001:db8::1', true],
])('%s is public: %s', (address, isPublic) => {
  const info = {
    family: address.includes(':') ? 'inet6' : 'inet',
    local: address,
    prefixlen: 64,
    scope: 'global',
  }

  expect(read([link('eth0', info)])[0]?.isPublic).toBe(isPublic)
})

test('refuses what it does not understand', () => {
  expect(() => read([{ ifname: 'eth0' }])).toThrow('flags of eth0')
  expect(() => read({})).toThrow('not a list')
})
