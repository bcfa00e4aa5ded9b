import { expect, test } from 'vitest'
import type { Inventory, Vantage } from '../model/inventory.ts'
import { type ProbeAnswer, RAN_OUT } from '../model/probe.ts'
import { dnsAnswers } from './dns-answers.ts'
import { sshMethods } from './ssh-methods.ts'
import { webAnswers } from './web-answers.ts'

const inventory = {
  hosts: [
    { name: 'phone', role: 'vantage' },
    {
      name: 'cloud',
      role: 'service',
      address: '192.168.1.3',
      tailnetAddress: '100.64.0.3',
      ssh: { port: 22, user: 'plumb' },
    },
  ],
  services: [
    {
      name: 'cloud',
      remote: { url: 'https://cloud.example.ts.net/status', expect: 200 },
      unauthenticated: { url: 'https://[fd7a:115c:a1e0::3]/dav', refuses: [401] },
      pages: { version: 'https://cloud.example.ts.net/version' },
    },
  ],
  network: { domains: ['lab.example'] },
} as unknown as Inventory
const vantage = { name: 'tailnet', from: 'phone', tcpPorts: '22' } as Vantage
const guest = { name: 'neighbour', from: 'cloud', tcpPorts: '22' } as Vantage
const nothing: ProbeAnswer = { from: [], tcp: [], udp: [], http: [], ssh: [], dns: [] }

test('every declared URL of a service has an id of its own', () => {
  expect(webAnswers.ask(vantage, inventory)?.http).toEqual([
    { id: 'version:cloud', url: 'https://cloud.example.ts.net/version' },
    { id: 'health:cloud', url: 'https://cloud.example.ts.net/status' },
    { id: 'anonymous:cloud', url: 'https://[fd7a:115c:a1e0::3]/dav' },
  ])
})

test('an answer carries its service, and no more of its body than is needed', () => {
  const http = [{ id: 'health:cloud', status: 200, tookMs: 3, body: 'x'.repeat(20_000) }]
  const [seen] = webAnswers.parse({ ...nothing, http }, vantage, inventory).items

  expect(seen).toMatchObject({ service: 'cloud', url: 'https://cloud.example.ts.net/status' })
  expect(seen?.body).toHaveLength(8192)
})

test.each([
  [{ error: 'ECONNREFUSED' }, true],
  [{ error: 'timeout' }, true],
  [{ error: 'ENOTFOUND' }, true],
  [{ error: 'TLS handshake failed' }, false],
  [{ error: 'not http' }, false],
  [{ error: 'certificate not valid, and it could not be read: openssl absent' }, false],
  [{ status: 200 }, false],
])('of %j it is known whether somebody answered', (heard, isSilent) => {
  const http = [{ id: 'health:cloud', tookMs: 3, ...heard }]

  expect(webAnswers.parse({ ...nothing, http }, vantage, inventory)).toMatchObject({
    items: [{ isSilent }],
    complete: true,
  })
})

test.each([
  ['nothing is known of who took the connection and said nothing', 'health', undefined, 0],
  ['a refusal without its end is none', 'anonymous', 401, 0],
  ['what a stranger is given is known by its head', 'anonymous', 200, 1],
])('%s', (_, page, status, kept) => {
  const http = [
    { id: `${page}:cloud`, tookMs: 5000, error: RAN_OUT, ...(status ? { status } : {}) },
  ]
  const { items, complete } = webAnswers.parse({ ...nothing, http }, vantage, inventory)

  expect({ kept: items.length, complete }).toEqual({ kept, complete: kept === 1 })
})

test('an SSH server that says nothing in time is not known to offer none', () => {
  const ssh = [{ address: '100.64.0.3', port: 22, error: RAN_OUT }]

  expect(() => sshMethods.parse({ ...nothing, ssh }, vantage, inventory)).toThrow(RAN_OUT)
})

test('an SSH server that could not be asked for its methods is not known to offer none', () => {
  const ssh = [
    { address: '100.64.0.3', port: 22, banner: 'SSH-2.0-OpenSSH_9.2', error: 'tool absent' },
  ]

  expect(() => sshMethods.parse({ ...nothing, ssh }, vantage, inventory)).toThrow('cloud')
  expect(
    sshMethods.parse(
      { ...nothing, ssh: [{ address: '100.64.0.3', port: 22, error: 'timeout' }] },
      vantage,
      inventory,
    ),
  ).toMatchObject([{ host: 'cloud', error: 'timeout' }])
})

test('a machine of the lab is no place to look at services from', () => {
  expect(webAnswers.ask(guest, inventory)).toBeUndefined()
  expect(dnsAnswers.ask(guest, inventory)).toBeUndefined()
})

test('names are asked for once, addresses are no names', () => {
  const names = dnsAnswers.ask(vantage, inventory)?.dns?.map(({ name }) => name)

  expect([...new Set(names)]).toEqual([
    'lab.example',
    'cloud.lab.example',
    'www.lab.example',
    'plumbline-nobody.lab.example',
    'cloud.example.ts.net',
  ])
})

test('a name that nobody answered for makes the whole unknown', () => {
  const dns = (dnsAnswers.ask(vantage, inventory)?.dns ?? []).map((one) => ({ ...one, values: [] }))
  const [first, ...rest] = dns

  expect(dnsAnswers.parse({ ...nothing, dns }, vantage, inventory)).toHaveLength(15)
  expect(() =>
    dnsAnswers.parse(
      { ...nothing, dns: [{ ...dns[0], ...first, error: 'ETIMEOUT' } as never, ...rest] },
      vantage,
      inventory,
    ),
  ).toThrow('lab.example is (ETIMEOUT)')
  expect(() => dnsAnswers.parse({ ...nothing, dns: rest }, vantage, inventory)).toThrow('not asked')
})

test('an SSH server is asked at the address that belongs to the place', () => {
  const ssh = [{ address: '100.64.0.3', port: 22, methods: ['publickey', 'password'] }]

  expect(sshMethods.ask(vantage, inventory)?.ssh).toEqual([
    { address: '100.64.0.3', port: 22, user: 'plumb' },
  ])
  expect(sshMethods.parse({ ...nothing, ssh }, vantage, inventory)).toEqual([
    { host: 'cloud', address: '100.64.0.3', port: 22, methods: ['publickey', 'password'] },
  ])
})
