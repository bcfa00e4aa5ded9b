import { expect, test } from 'vitest'
import type { Inventory } from '../model/inventory.ts'
import { gatewayPages } from './gateway-pages.ts'
import { inventory } from './text/stage.ts'

const vantage = {
  name: 'lan',
  from: 'tv',
  within: ['192.168.0.0/24'],
  positive: { address: '192.168.0.20', port: 443 },
  negative: { address: '100.64.0.12', port: 22 },
  tcpPorts: '443',
}
const lab: Inventory = {
  ...inventory,
  hosts: [
    {
      name: 'vm-infra',
      role: 'compute',
      address: '192.168.0.20',
      ssh: { port: 22, user: 'plumbline' },
    },
  ],
  gateway: {
    host: 'vm-infra',
    nobody: 'nobody.local',
    routes: [
      {
        name: 'jellyfin.local',
        service: 'jellyfin',
        backend: 'http://192.168.0.22:8096',
        path: '/System/Info/Public',
      },
    ],
  },
}

test('every name is asked of the proxy itself, over https and http', () => {
  expect(gatewayPages.ask(vantage, lab)?.http).toEqual([
    {
      id: 'gateway:secure:jellyfin.local',
      url: 'https://jellyfin.local/System/Info/Public',
      address: '192.168.0.20',
    },
    {
      id: 'gateway:forged:jellyfin.local',
      url: 'https://jellyfin.local/System/Info/Public',
      address: '192.168.0.20',
      headers: expect.objectContaining({ 'Remote-User': 'akadmin' }),
    },
    { id: 'gateway:plain:jellyfin.local', url: 'http://jellyfin.local/', address: '192.168.0.20' },
    { id: 'gateway:nobody:nobody.local', url: 'https://nobody.local/', address: '192.168.0.20' },
  ])
  expect(gatewayPages.ask(vantage, inventory)).toBeUndefined()
})

test('answers are kept under their names', () => {
  const http = [{ id: 'gateway:plain:jellyfin.local', status: 301, location: 'x', tookMs: 1 }]
  const answer = { from: [], tcp: [], udp: [], ssh: [], dns: [], http }
  expect(gatewayPages.parse(answer, vantage, lab)).toEqual([
    { ...http[0], name: 'jellyfin.local', kind: 'plain' },
  ])
})
