import { expect, test } from 'vitest'
import { edgeDetection } from './edge-detection.ts'
import { edgeRules } from './edge-rules.ts'
import { edgeSubnets } from './edge-subnets.ts'
import { edgeSystem } from './edge-system.ts'
import { edgeVpn } from './edge-vpn.ts'
import { answering } from './text/answers.ts'
import { inventory } from './text/stage.ts'

const system = {
  '/api/core/firmware/status': { product_id: 'opnsense', product_version: '26.1' },
  '/api/diagnostics/firewall/pf_statistics/info': { info: { uptime: 'Enabled for 1 days' } },
  '/api/interfaces/overview/export': [
    {
      device: 'vlan020',
      description: 'SERVERS',
      status: 'up',
      enabled: true,
      vlan_tag: '20',
      ipv4: [{ ipaddr: '10.0.20.1/24' }],
    },
  ],
  '/api/core/service/search': { total: 1, rows: [{ name: 'pf', running: 1 }] },
}

test('the edge says what it is, and which VLANs it has', async () => {
  expect(await edgeSystem.read(answering(system), inventory)).toEqual({
    product: 'opnsense',
    version: '26.1',
    filter: 'Enabled for 1 days',
    interfaces: [
      {
        device: 'vlan020',
        name: 'SERVERS',
        isUp: true,
        vlan: 20,
        addresses: ['10.0.20.1/24'],
        addresses6: [],
      },
    ],
    running: ['pf'],
  })
})

const none = { total: 0, rows: [] }
const rules = {
  '/api/diagnostics/firewall/pf_statistics/rules': {
    rules: { 'filter rules': { '@0 block drop in all': {} }, 'nat rules': {} },
  },
  '/api/firewall/one_to_one/search_rule': none,
  '/api/firewall/npt/search_rule': none,
  '/api/firewall/d_nat/search_rule': {
    total: 1,
    rows: [
      {
        disabled: '0',
        protocol: 'TCP',
        'destination.port': '443',
        target: '10.0.0.5',
        'local-port': '443',
      },
    ],
  },
}

test('loaded rules and configured forwards are told apart', async () => {
  const found = await edgeRules.read(answering(rules), inventory)
  expect(found.filter).toHaveLength(1)
  expect(found.forwards).toEqual([
    { isEnabled: true, protocol: 'tcp', port: '443', target: '10.0.0.5', targetPort: '443' },
  ])
})

test.each([
  [
    'a filter without rules',
    {
      ...rules,
      '/api/diagnostics/firewall/pf_statistics/rules': {
        rules: { 'filter rules': {}, 'nat rules': {} },
      },
    },
  ],
  ['a page of more', { ...rules, '/api/firewall/npt/search_rule': { total: 9, rows: [] } }],
])('%s says nothing', async (_, answers) => {
  await expect(edgeRules.read(answering(answers), inventory)).rejects.toThrow()
})

test('a peer that never came has no handshake', async () => {
  const peer = {
    type: 'peer',
    if: 'wg0',
    'public-key': 'b',
    'allowed-ips': '10.9.0.2/32',
    'latest-handshake-age': null,
    'transfer-rx': 0,
  }
  const answers = {
    '/api/wireguard/service/show': {
      total: 2,
      rows: [
        { type: 'interface', if: 'wg0', 'public-key': 'a', 'listen-port': '51820', status: 'up' },
        peer,
      ],
    },
    '/api/wireguard/client/search_client': { rows: [{ name: 'phone', pubkey: 'b', enabled: '1' }] },
  }
  const found = await edgeVpn.read(answering(answers), inventory)
  expect(found.peers).toEqual([
    { device: 'wg0', publicKey: 'b', addresses: ['10.9.0.2/32'], receivedBytes: 0 },
  ])
  expect(found.interfaces[0]?.isUp).toBe(true)
})

test('interfaces and servers count only where they are chosen', async () => {
  const chosen = { wan: { value: 'WAN', selected: 1 }, lan: { value: 'LAN', selected: 0 } }
  const ids = { general: { enabled: '1', ips: '0', interfaces: chosen } }
  const answers = {
    '/api/ids/service/status': { status: 'running' },
    '/api/ids/settings/get': { ids },
  }
  expect(await edgeDetection.read(answering(answers), inventory)).toEqual({
    status: 'running',
    isEnabled: true,
    isInline: false,
    interfaces: ['wan'],
  })
  const option_data = {
    domain_name_servers: { '10.0.0.53': { selected: 1 }, '9.9.9.9': { selected: 0 } },
    routers: {},
  }
  const dhcpv4 = { subnets: { subnet4: { a: { subnet: '10.0.0.0/24', option_data } } } }
  expect(
    await edgeSubnets.read(answering({ '/api/kea/dhcpv4/get': { dhcpv4 } }), inventory),
  ).toEqual([{ subnet: '10.0.0.0/24', nameServers: ['10.0.0.53'], routers: [] }])
})
