import { expect, test } from 'vitest'
import type { Inventory, Vantage } from '../model/inventory.ts'
import type { ProbeAnswer, TcpAnswer } from '../model/probe.ts'
import { openPorts } from './open-ports.ts'

const lan: Vantage = {
  name: 'lan',
  from: 'tv',
  within: ['192.168.1.0/24'],
  positive: { address: '192.168.1.100', port: 8096 },
  negative: { address: '100.64.0.103', port: 443 },
  tcpPorts: '1-65535',
}
const host = (name: string, address: string, role = 'service') => ({ name, address, role })
const inventory = {
  hosts: [
    host('vm100', '192.168.1.100'),
    host('pve', '192.168.1.5'),
    host('tv', '192.168.1.50', 'vantage'),
  ],
  parameters: {},
} as unknown as Inventory

const tcp = (address: string, open: number[], rest: Partial<TcpAnswer> = {}): TcpAnswer => ({
  address,
  open,
  refused: 0,
  filtered: 65_535 - open.length,
  unreachable: 0,
  ...rest,
})
const answer = (more: Partial<ProbeAnswer> = {}): ProbeAnswer => ({
  from: ['192.168.1.50'],
  tcp: [tcp('192.168.1.100', [8096]), tcp('192.168.1.5', [])],
  udp: [],
  http: [],
  ssh: [],
  dns: [],
  ...more,
})
const read = (more: Partial<ProbeAnswer> = {}, vantage = lan, lab = inventory) =>
  openPorts.parse(answer(more), vantage, lab)

test('what answered is named by host, and the look is complete', () => {
  const udp = [{ address: '192.168.1.5', port: 5353, state: 'open' as const }]

  expect(read({ udp })).toMatchObject({
    complete: true,
    items: [
      { host: 'vm100', address: '192.168.1.100', port: 8096, protocol: 'tcp' },
      { host: 'pve', address: '192.168.1.5', port: 5353, protocol: 'udp' },
    ],
  })
})

test('UDP silence is neither open nor a reason to doubt the rest', () => {
  const udp = [{ address: '192.168.1.5', port: 137, state: 'open|filtered' as const }]

  expect(read({ udp }).items).toHaveLength(1)
})

test.each([
  [
    'its positive control is silent',
    { tcp: [tcp('192.168.1.100', []), tcp('192.168.1.5', [])] },
    '8096',
  ],
  ['its negative control answers', { tcp: [...answer().tcp, tcp('100.64.0.103', [443])] }, '443'],
  ['it stands in another network', { from: ['10.0.0.7'] }, '192.168.1.0/24'],
  [
    'an address has no route',
    { tcp: [tcp('192.168.1.100', [8096]), tcp('192.168.1.5', [], { unreachable: 9 })] },
    '192.168.1.5',
  ],
  ['an address was left out', { tcp: [tcp('192.168.1.100', [8096])] }, '192.168.1.5'],
])('what was not seen may be there when %s', (_, more, because) => {
  const seen = read(more)

  expect(seen.complete).toBe(false)
  expect(seen.because).toContain(because)
})

test('a firewall that says no from an address that answers is no missing route', () => {
  const loud = tcp('192.168.1.5', [], { refused: 1, unreachable: 65_534, filtered: 0 })

  expect(read({ tcp: [tcp('192.168.1.100', [8096]), loud] }).complete).toBe(true)
})

test('fewer ports than the lab demands are no complete look', () => {
  const narrow = { ...lan, tcpPorts: '1-1024,8096' }

  expect(read({}, narrow)).toMatchObject({ complete: false })
  expect(read({}, narrow).because).toContain('p.scan.tcp_ports')
  const parameters = { 'p.scan.tcp_ports': '22,80' }
  expect(read({}, narrow, { ...inventory, parameters }).complete).toBe(true)
})

test('the internet looks at public addresses of both families only', () => {
  const network = { wanIpv4: ['203.0.113.2'], wanIpv6: ['2001:db8::1'] }
  const ask = openPorts.ask({ ...lan, name: 'internet' }, { ...inventory, network } as never)

  expect(ask?.tcp?.map(({ address }) => address)).toEqual(['203.0.113.2', '2001:db8::1'])
})
