import { expect, test } from 'vitest'
import { judge } from '../../harness/judge/judge.ts'
import type { Fact } from '../../harness/model/fact.ts'
import type { Inventory } from '../../harness/model/inventory.ts'
import type { Snapshot } from '../../harness/model/snapshot.ts'
import { controls } from '../../harness/run/specs.ts'

/** A lab of one media server that answers on the LAN, and asks for a login there. */
const media = { host: 'vm100', port: 8096, protocol: 'tcp', because: 'x' }
const inventory = {
  network: { lanExposed: [media], lanManagement: [], sshSources: ['tailnet'] },
  tailnet: { ssh: [] },
  hosts: [
    { name: 'vm100', role: 'compute', address: '192.168.1.100', vmid: 100, ssh: { port: 22 } },
  ],
  guests: [{ name: 'vm100', vmid: 100 }],
  vantages: ['internet', 'lan', 'tailnet', 'stranger'].map((name) => ({ name })),
  services: [
    {
      name: 'jellyfin',
      host: 'vm100',
      role: 'media',
      ports: [8096],
      unauthenticated: { url: 'http://192.168.1.100:8096/Users', refuses: [401] },
    },
  ],
  parameters: {},
}
const open = { ...media, address: '192.168.1.100' }
const census = (items: readonly object[]) => ({ items, complete: true, scanned: [open] })
const facts = {
  'openPorts@lan': census([open]),
  'openPorts@internet': census([]),
  'openPorts@stranger': census([]),
  'webAnswers@lan': census([{ id: 'anonymous:jellyfin', status: 401, tookMs: 5 }]),
  'sshMethods@lan': [],
  'sshMethods@tailnet': [{ host: 'vm100', methods: ['publickey'] }],
  'addresses@vm100': [{ device: 'eth0', address: '192.168.1.100', family: 4 }],
  'listeners@vm100': [],
  'sshOffer@vm100': { methods: ['publickey'] },
  'sshdConfig@vm100': [{ permitRootLogin: 'no' }],
}

async function verdict(slug: string, lab: object = {}, seen: object = {}) {
  const control = (await controls(['zero-trust'])).find(({ id }) => id === `zero-trust/${slug}`)
  if (!control) throw new Error(`there is no control ${slug}`)
  const known = Object.entries({ ...facts, ...seen }).map(([key, value]): [string, Fact] => [
    key,
    { known: true, value, evidence: [] },
  ])
  const snapshot = {
    inventory: { ...inventory, ...lab } as unknown as Inventory,
    facts: Object.fromEntries(known),
    waivers: [],
  } as unknown as Snapshot
  const parameters = {
    'zero-trust': { 'p.lan.management_ports': ['22'], 'p.access.max_latency': '2s' },
  }
  return judge(control, { snapshot, parameters, guards: [] }).verdict
}
const login = 'no-implicit-trust-of-the-lan'
const answers = (answer: object) => ({
  'webAnswers@lan': census([{ id: 'anonymous:jellyfin', tookMs: 5000, ...answer }]),
})

test.each([
  ['asks for a login', { status: 401 }, 'pass'],
  ['lets everybody in', { status: 200 }, 'fail'],
  ['takes too long to say', { error: 'timeout', isSilent: true }, 'unverifiable'],
])('an open door that %s', async (_, answer, expected) => {
  expect(await verdict(login, {}, answers(answer))).toBe(expected)
})

test('a guest that nobody can scan may answer on the LAN', async () => {
  const guests = [...inventory.guests, { name: 'games', vmid: 107 }]

  expect(await verdict('lan-exposure-is-media-only')).toBe('pass')
  expect(await verdict('lan-exposure-is-media-only', { guests })).toBe('unverifiable')
})

test.each(['internet', 'lan', 'stranger'])(
  'where SSH answers is not known without a look from %s',
  async (missing) => {
    const vantages = inventory.vantages.filter(({ name }) => name !== missing)

    expect(await verdict('administrative-ssh-is-hardened')).toBe('pass')
    expect(await verdict('administrative-ssh-is-hardened', { vantages })).toBe('unverifiable')
  },
)

test('a page that is healthy may be a placeholder where nothing asks for a login', async () => {
  const remote = { url: 'https://media.example.ts.net/health', expect: 200 }
  const [jellyfin] = inventory.services
  const { unauthenticated: _, ...unasked } = { ...jellyfin, remote }
  const seen = {
    'dnsAnswers@tailnet': [{ name: 'media.example.ts.net', type: 'A', values: ['100.64.0.100'] }],
    'webAnswers@tailnet': census([
      { id: 'health:jellyfin', status: 200, tookMs: 5, certificate: { valid: true } },
      { id: 'anonymous:jellyfin', status: 401, tookMs: 5 },
    ]),
  }
  const slug = 'tailnet-reaches-every-remote-service'

  expect(await verdict(slug, { services: [{ ...jellyfin, remote }] }, seen)).toBe('pass')
  expect(await verdict(slug, { services: [unasked] }, seen)).toBe('unverifiable')
})
