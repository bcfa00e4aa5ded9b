import { expect, test } from 'vitest'
import { judge } from '../../harness/judge/judge.ts'
import type { Fact } from '../../harness/model/fact.ts'
import type { Inventory } from '../../harness/model/inventory.ts'
import type { Snapshot } from '../../harness/model/snapshot.ts'
import { defaultsOf } from '../../harness/profile/profile.ts'
import { profileOf } from '../../harness/run/bench.ts'
import { controls } from '../../harness/run/specs.ts'

const NOW = '2026-11-28T12:00:00.000Z'
const ssh = { port: 22, user: 'plumbline' }
const machine = (name: string, role: string, address: string) => ({ name, role, address, ssh })

const inventory = {
  hosts: [
    machine('router', 'router', '192.168.20.1'),
    machine('lyra', 'development', '192.168.20.10'),
    machine('proxima', 'hypervisor', '192.168.20.11'),
    machine('nova', 'access', '192.168.20.12'),
    machine('rhea', 'storage', '192.168.20.13'),
    { ...machine('watch', 'monitoring', '192.168.20.23'), vmid: 103 },
  ],
  guests: [],
  services: [],
  engines: ['lyra'],
  placement: { stacks: [] },
  development: { host: 'lyra', user: 'ana', roots: [], projects: [], deployments: [] },
  baseline: { packages: 'x', extras: [], units: [] },
  network: {
    lan: '192.168.20.0/24',
    egress: 'router',
    wanIpv4: ['203.0.113.2'],
    wanIpv6: [],
    wanAllowed: [{ host: 'router', port: 51820, protocol: 'udp' }],
    domains: [],
  },
  vantages: [{ name: 'internet', from: 'inet' }],
  parameters: {},
}

const process = {
  pid: 1,
  parent: 0,
  uid: 0,
  name: 'systemd',
  program: '/usr/lib/systemd/systemd',
  isDeleted: false,
  isOwn: true,
  cgroup: '/init.scope',
  owner: 'systemd',
}
const idle = { units: [], ofUsers: [], lingering: [], crons: [] }
const repository = {
  path: '/home/ana/src/shop',
  isBare: false,
  remotes: [{ name: 'origin', url: 'ssh://git@forge/shop.git' }],
  branches: [{ name: 'main', unpushed: 0 }],
  detached: 0,
  stashes: 0,
}
const whole = <T>(items: readonly T[]) => ({ items, complete: true })
const partly = <T>(items: readonly T[]) => ({ items, complete: false, because: 'x' })
const denied = ['input', 'forward'].flatMap((hook) =>
  [4, 6].map((family) => ({ hook, family, denies: true })),
)
const wan = (address: string) => [
  { device: 'wan0', address, family: 4, isPublic: true, isTemporary: false, isUp: true },
]

/** The facts of a lab that is well, as far as one control looks. */
const WELL: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'proxmox-host-runs-no-workload': {
    'processes@proxima': [process],
    'startUps@proxima': idle,
    'packageBaseline@lab': ['systemd'],
  },
  'lyra-holds-no-unreplicated-data': {
    'repositories@lyra': whole([repository]),
    'dockerVolumes@lyra': [{ name: 'ci_x', isEphemeral: false }],
  },
  'wan-scan-finds-nothing': {
    'openPorts@internet': { ...whole([]), scanned: [{ address: '203.0.113.2' }] },
    'addresses@router': wan('203.0.113.2'),
    ...Object.fromEntries(
      ['lyra', 'proxima', 'nova', 'rhea', 'watch'].map((name) => [`addresses@${name}`, []]),
    ),
    'routerRules@router': { wan: ['wan0'], gates: denied, ways: [] },
  },
  'long-running-services-only-on-proxima': {
    'workloads@lyra': [],
    'engines@nova': whole([]),
    'listeners@lyra': [],
    'listeners@nova': [],
    'nameService@router': {
      settings: [],
      leases: [{ hardware: 'a', address: '192.168.20.13' }],
    },
    'neighbourhood@router': { own: [], neighbours: [] },
  },
}

async function verdict(slug: string, change: Readonly<Record<string, unknown>> = {}) {
  const control = (await controls(['fixed-roles'])).find(({ id }) => id === `fixed-roles/${slug}`)
  if (!control) throw new Error(`there is no control ${slug}`)
  const known = (value: unknown): Fact => ({ known: true, value, evidence: [] })
  const facts = Object.fromEntries(
    Object.entries({ ...WELL[slug], ...change }).map(([key, value]) => [key, known(value)]),
  )
  const snapshot = { takenAt: NOW, inventory, facts, waivers: [] } as unknown as Snapshot & {
    inventory: Inventory
  }
  const parameters = { 'fixed-roles': defaultsOf(await profileOf('fixed-roles')) }
  return judge(control, { snapshot, parameters, guards: [] })
}

test.each(Object.keys(WELL))('%s passes where all is well', async (slug) => {
  expect(await verdict(slug)).toMatchObject({ verdict: 'pass' })
})

test.each([
  [
    'a program runs from a file that is gone',
    'proxmox-host-runs-no-workload',
    { 'processes@proxima': [{ ...process, isDeleted: true }] },
  ],
  [
    'a remote did not say what it has',
    'lyra-holds-no-unreplicated-data',
    { 'repositories@lyra': partly([repository]) },
  ],
  [
    'the public address has changed since the scan was set up',
    'wan-scan-finds-nothing',
    { 'addresses@router': wan('203.0.113.77') },
  ],
  [
    'a guest has a public address that nobody scanned',
    'wan-scan-finds-nothing',
    { 'addresses@watch': wan('203.0.113.5') },
  ],
  [
    'the scan was not complete',
    'wan-scan-finds-nothing',
    { 'openPorts@internet': { ...partly([]), scanned: [{ address: '203.0.113.2' }] } },
  ],
  [
    'somebody unknown is on the LAN',
    'long-running-services-only-on-proxima',
    {
      'nameService@router': { settings: [], leases: [{ hardware: 'b', address: '192.168.20.99' }] },
    },
  ],
  [
    'somebody unknown has an address that was not lent',
    'long-running-services-only-on-proxima',
    {
      'neighbourhood@router': {
        own: [],
        neighbours: [{ address: '192.168.20.99', device: 'lan0', hardware: 'b' }],
      },
    },
  ],
])('nobody can say, when %s', async (_, slug, change) => {
  expect(await verdict(slug, change)).toMatchObject({ verdict: 'unverifiable' })
})

test('an offender counts although something else could not be seen', async () => {
  const behind = { ...repository, branches: [{ name: 'main', unpushed: 2 }] }
  expect(
    await verdict('lyra-holds-no-unreplicated-data', { 'repositories@lyra': partly([behind]) }),
  ).toMatchObject({ verdict: 'fail' })
})

test.each([
  ['development-isolated-from-runtime', 'nobody looks from lyra'],
  ['monitoring-has-no-control-over-core', 'nobody looks from watch'],
])('without a place to look from, %s says so', async (slug, says) => {
  const nothing = {
    'dockerContexts@lyra': [],
    'dockerVolumes@lyra': [],
    'containers@watch': [],
    'proxmoxGrants@lab': whole([
      { who: 'watch@pve!x', holders: ['watch@pve!x'], privileges: ['VM.Audit'] },
    ]),
    ...Object.fromEntries(
      ['lyra', 'proxima', 'watch'].flatMap((name) => [
        [`mounts@${name}`, []],
        [`listeners@${name}`, []],
      ]),
    ),
  }
  const { because, verdict: found } = await verdict(slug, nothing)
  expect(found).toBe('unverifiable')
  expect(because).toContain(says)
})

test('a decision about the router lets nobody in at a guest', async () => {
  const open = { address: '2001:db8::23', port: 51820, protocol: 'udp' }
  const change = (at: string) => ({
    'openPorts@internet': {
      ...whole([{ ...open, address: at }]),
      scanned: [{ address: '203.0.113.2' }, { address: '2001:db8::23' }],
    },
    'addresses@watch': [{ ...wan('2001:db8::23')[0], device: 'eth0', family: 6 }],
  })
  const slug = 'wan-scan-finds-nothing'
  expect(await verdict(slug, change('2001:db8::23'))).toMatchObject({ verdict: 'fail' })
  expect(await verdict(slug, change('203.0.113.2'))).toMatchObject({ verdict: 'pass' })
})
