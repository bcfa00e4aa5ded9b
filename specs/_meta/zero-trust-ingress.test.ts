import { expect, test } from 'vitest'
import type { OpenPorts } from '../../harness/collectors/open-ports.ts'
import type { RouterRules } from '../../harness/collectors/router-rules.ts'
import { judge } from '../../harness/judge/judge.ts'
import type { Fact } from '../../harness/model/fact.ts'
import type { Inventory } from '../../harness/model/inventory.ts'
import type { Snapshot } from '../../harness/model/snapshot.ts'
import { controls } from '../../harness/run/specs.ts'

/** What these controls look at, in a lab of one router and one guest where nothing is open. */
interface Lab {
  readonly network: object
  readonly openPorts: OpenPorts
  readonly from: readonly string[]
  readonly router: readonly object[]
  readonly guest: readonly object[]
  readonly listeners: readonly object[]
  readonly rules: RouterRules
}

const address = (device: string, text: string, more: object = {}) => ({
  device,
  address: text,
  family: text.includes(':') ? 6 : 4,
  scope: 'global',
  isPublic: !/^(192|fe80|fd)/.test(text),
  isUp: true,
  ...more,
})
const scanned = (...all: readonly string[]): OpenPorts => ({
  items: [],
  complete: true,
  scanned: all.map((one) => ({ address: one, tcp: '1-65535', udp: [] })),
})
const denied = ['input', 'forward'].flatMap((hook) =>
  ([4, 6] as const).map((family) => ({ hook, family, table: 'f', chain: hook, denies: true })),
)
const healthy: Lab = {
  network: {
    wanIpv4: ['203.0.113.2'],
    wanIpv6: [],
    wanAllowed: [],
    egress: 'router',
    domains: [],
    lanExposed: [],
    lanManagement: [],
  },
  openPorts: scanned('203.0.113.2', '192.168.1.1', '192.168.1.100'),
  from: ['198.51.100.9'],
  router: [address('wan0', '203.0.113.2'), address('lan0', '192.168.1.1')],
  guest: [address('eth0', '192.168.1.100')],
  listeners: [],
  rules: { wan: ['wan0'], gates: denied, ways: [] },
}

async function verdict(slug: string, change: Partial<Lab> = {}) {
  const lab = { ...healthy, ...change }
  const fact = (value: unknown): Fact => ({ known: true, value, evidence: [] })
  const standing = { from: lab.from, isWithin: true, sawPositive: true, sawNegative: false }
  const inventory = {
    network: lab.network,
    hosts: [
      { name: 'router', role: 'router', address: '192.168.1.1' },
      { name: 'vm100', role: 'compute', address: '192.168.1.100' },
    ],
    vantages: [{ name: 'internet' }, { name: 'lan' }],
    guests: [],
    services: [],
    parameters: {},
  } as unknown as Inventory
  const facts = {
    'openPorts@internet': fact(lab.openPorts),
    'openPorts@lan': fact(lab.openPorts),
    'standing@internet': fact(standing),
    'portMapping@lan': fact({ ssdp: [], natPmp: false, pcp: false }),
    'dnsAnswers@internet': fact([{ name: 'lab.example', type: 'A', values: ['203.0.113.99'] }]),
    'addresses@router': fact(lab.router),
    ...(lab.guest ? { 'addresses@vm100': fact(lab.guest) } : {}),
    'listeners@router': fact([]),
    'listeners@vm100': fact(lab.listeners),
    'routerRules@router': fact(lab.rules),
  }
  const control = (await controls(['zero-trust'])).find(({ id }) => id === `zero-trust/${slug}`)
  if (!control) throw new Error(`there is no control ${slug}`)
  const snapshot = { inventory, facts, waivers: [] } as unknown as Snapshot
  return judge(control, { snapshot, parameters: {}, guards: [] })
}
const network = (change: object) => ({ network: { ...healthy.network, ...change } })

test.each([
  ['as it should be', {}, 'pass'],
  [
    'the line is down',
    { router: [address('wan0', '203.0.113.2', { isUp: false })] },
    'unverifiable',
  ],
  ['the address has changed', { router: [address('wan0', '203.0.113.77')] }, 'unverifiable'],
  [
    'a guest has a public address of its own',
    { guest: [address('eth0', '203.0.113.5')] },
    'unverifiable',
  ],
  ['a name of the site leads elsewhere', network({ domains: ['lab.example'] }), 'unverifiable'],
  ['the router accepts what no rule names', { rules: { ...healthy.rules, gates: [] } }, 'fail'],
  [
    'the look was not complete',
    { openPorts: { ...healthy.openPorts, complete: false, because: 'x' } },
    'unverifiable',
  ],
  [
    'the address is the provider’s',
    { ...network({ egress: 'cgnat', wanIpv4: [] }), router: [] },
    'pass',
  ],
  [
    'nobody says which address is the router’s, and another router hides it',
    { ...network({ wanIpv4: [] }), router: [address('wan0', '192.168.178.2')] },
    'unverifiable',
  ],
])('public IPv4, when %s', async (_, change, expected) => {
  expect((await verdict('no-public-ingress-ipv4', change)).verdict).toBe(expected)
})

const global6 = address('eth0', '2001:db8::100')
const declared6 = {
  ...network({ wanIpv6: ['2001:db8::100'] }),
  guest: [global6],
  openPorts: scanned('203.0.113.2', '2001:db8::100'),
}
const way6 = {
  hook: 'forward',
  family: 6,
  table: 'f',
  chain: 'f',
  handle: 1,
  action: 'accept',
} as const

test.each([
  ['there is none', {}, 'pass'],
  [
    'there is none but Tailscale’s and link-local',
    { guest: [address('ts', 'fd7a:115c:a1e0::1'), address('eth0', 'fe80::1')] },
    'pass',
  ],
  ['an address is not scanned', { guest: [global6] }, 'unverifiable'],
  ['the vantage has no IPv6', declared6, 'unverifiable'],
  ['it is scanned and denied', { ...declared6, from: ['2001:db8:9::1'] }, 'pass'],
  ['the router lets it pass', { ...declared6, rules: { ...healthy.rules, ways: [way6] } }, 'fail'],
  [
    'the router does not deny it',
    {
      ...declared6,
      rules: { ...healthy.rules, gates: denied.filter(({ family }) => family === 4) },
    },
    'fail',
  ],
])('public IPv6, when %s', async (_, change, expected) => {
  expect((await verdict('no-public-ingress-ipv6', change)).verdict).toBe(expected)
})

test.each([
  [
    'the WAN is another interface than the one with a route',
    { router: [address('dsl1', '203.0.113.2')] },
    'fail',
  ],
  ['another router stands before it', { router: [address('wan0', '192.168.178.2')] }, 'fail'],
  [
    'the address is the provider’s',
    { ...network({ egress: 'cgnat', wanIpv4: [] }), router: [] },
    'pass',
  ],
])('forwards, when %s', async (_, change, expected) => {
  expect((await verdict('router-has-no-static-port-forwards', change)).verdict).toBe(expected)
})

const exposed = { host: 'vm100', port: 8096, protocol: 'tcp', because: 'x' }
const tcp = (port: number, at: string) => ({ protocol: 'tcp', address: at, port })
const linkLocal = [address('eth0', '192.168.1.100'), address('eth0', 'fe80::1', { scope: 'link' })]

test.each([
  ['a port is bound to the tailnet', tcp(22, '100.64.0.100'), false],
  ['a port listens on every address', tcp(22, '*'), true],
  ['a port listens on the link-local address', tcp(22, 'fe80::1'), true],
  ['a port listens on every IPv4 address', tcp(22, '0.0.0.0'), false],
  ['only what is declared listens on every address', tcp(8096, '*'), false],
])('link-local addresses that nobody scanned, when %s', async (_, listener, isInTheWay) => {
  const lab = { ...network({ lanManagement: [exposed] }), guest: linkLocal, listeners: [listener] }
  const { because } = await verdict('lan-exposure-is-media-only', lab)

  expect(because.includes('was not scanned')).toBe(isInTheWay)
})

test('an open port counts although another host gives no answer', async () => {
  const items = [{ address: '203.0.113.2', port: 443, protocol: 'tcp' as const }]
  const lab = { guest: undefined, openPorts: { ...healthy.openPorts, items } }

  expect((await verdict('no-public-ingress-ipv4', lab as never)).verdict).toBe('fail')
})
