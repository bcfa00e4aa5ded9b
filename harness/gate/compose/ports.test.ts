import { expect, test } from 'vitest'
import { bindingsOf, opened } from './ports.ts'

const EVERYWHERE = ['0.0.0.0', '::']

test.each([
  ['8080:80', [{ addresses: EVERYWHERE, port: 8080, protocol: 'tcp' }]],
  ['127.0.0.1:53:53/udp', [{ addresses: ['127.0.0.1'], port: 53, protocol: 'udp' }]],
  [
    '9000-9001:80-81',
    [
      { addresses: EVERYWHERE, port: 9000, protocol: 'tcp' },
      { addresses: EVERYWHERE, port: 9001, protocol: 'tcp' },
    ],
  ],
  [
    { target: 80, published: '8080', host_ip: '192.0.2.1' },
    [{ addresses: ['192.0.2.1'], port: 8080, protocol: 'tcp' }],
  ],
])('%j opens what it says', (port, bindings) => {
  expect(bindingsOf(port, 'a port')).toEqual(bindings)
})

test.each(['80', { target: 80 }])('%j names no port of the host', (port) => {
  expect(() => bindingsOf(port, 'a port')).toThrow('a port')
})

test('a vantage sees a binding on the addresses that it scans, and one that is open once', () => {
  const target = (address: string) => ({ host: 'vm', address, tcp: '1-65535', udp: [] })
  const open = { host: 'vm', address: '192.0.2.1', port: 80, protocol: 'tcp' as const }
  const seen = {
    items: [open],
    complete: true,
    scanned: [
      target('192.0.2.1'),
      target('fe80::1%eth0'),
      { ...target('192.0.2.9'), host: 'other' },
    ],
  }
  const found = opened(
    seen,
    [...bindingsOf('80:80', ''), ...bindingsOf('192.0.2.1:81:81', '')],
    'vm',
  )
  expect(found.items.map(({ address, port }) => `${address} ${port}`)).toEqual([
    '192.0.2.1 80',
    '192.0.2.1 81',
    'fe80::1%eth0 80',
  ])
})
