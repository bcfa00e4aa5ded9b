import { expect, test } from 'vitest'
import { viewsOf } from '../judge/views.ts'
import type { Snapshot } from '../model/snapshot.ts'
import { tailnetMember } from './tailnet-member.ts'

const member = {
  name: 'vm100',
  role: 'compute' as const,
  address: '192.0.2.1',
  tailnetAddress: '100.64.0.100',
  ssh: { port: 22, user: 'plumbline' },
}
const look = (status: object) => {
  const known = (value: unknown) => ({ known: true as const, value, evidence: [] })
  const facts = {
    'tailscaleStatus@vm100': known(status),
    'tailscaleServe@vm100': known({ funnels: [], served: [] }),
  }
  const inventory = {
    lab: 'test',
    profiles: [],
    hosts: [member],
    guests: [],
    services: [],
    vantages: [],
    apis: {},
    parameters: {},
  }
  return viewsOf({ inventory, facts } as unknown as Snapshot, {}, [tailnetMember]).host('vm100')
    .tailscaleServe
}

test('the daemon that has the address of the host is believed', () => {
  expect(look({ state: 'Running', addresses: ['100.64.0.100', 'fd7a::1'] }).funnels).toEqual([])
})

test.each([
  { state: 'NeedsLogin', addresses: [] },
  { state: 'Running', addresses: ['100.64.0.7'] },
  { state: 'Stopped', addresses: ['100.64.0.100'] },
])('one that says %j is not', (status) => {
  expect(() => look(status)).toThrow('guard tailnet-member does not hold for tailscaleServe@vm100')
})
