import { expect, test } from 'vitest'
import type { Host, Inventory } from '../model/inventory.ts'
import { routerRules } from './router-rules.ts'

/** Rulesets as nft 1.0.6 prints them, without handles and counters that do not matter. */
const chain = (family: string, table: string, name: string, base: object = {}) => ({
  chain: { family, table, name, handle: 1, ...base },
})
const rule = (family: string, table: string, name: string, ...expr: readonly object[]) => ({
  rule: { family, table, chain: name, handle: 7, expr },
})
const deny = (hook: string) => ({ type: 'filter', hook, prio: 0, policy: 'drop' })
const match = (left: object, right: unknown, op = '==') => ({ match: { op, left, right } })
const arrives = (name: unknown, op = '==') => match({ meta: { key: 'iifname' } }, name, op)
const dport = (protocol: string, port: unknown) =>
  match({ payload: { protocol, field: 'dport' } }, port)
const accept = { accept: null }
const nat = { type: 'nat', hook: 'prerouting', prio: -100, policy: 'accept' }

function read(entries: readonly object[], { routes = '[{"dev":"wan0"}]\n[]', legacy = '' } = {}) {
  const json = JSON.stringify({ nftables: [{ metainfo: { version: '1.0.6' } }, ...entries] })
  const stdout = `${json}\n-- routes\n${routes}\n-- legacy\n${legacy}`
  return routerRules.parse({ status: 0, stdout, stderr: '' }, {} as Host, {} as Inventory)
}
const ways = (...entries: readonly object[]) => read(entries).ways

test('a default deny is one, for each family that its table is about', () => {
  const { gates } = read([
    chain('inet', 'f', 'in', deny('input')),
    chain('ip', 'g', 'in', deny('forward')),
  ])

  expect(gates.map(({ hook, family, denies }) => [hook, family, denies])).toEqual([
    ['input', 4, true],
    ['input', 6, true],
    ['forward', 4, true],
  ])
})

test('a forward is found behind jumps, verdict maps and one-to-one mappings', () => {
  const doors = {
    map: {
      family: 'ip',
      table: 'n',
      name: 'by',
      elem: [
        ['lan0', accept],
        ['wan0', { jump: { target: 'in' } }],
      ],
    },
  }
  const found = ways(
    chain('ip', 'n', 'pre', nat),
    chain('ip', 'n', 'in'),
    doors,
    rule('ip', 'n', 'pre', { vmap: { key: { meta: { key: 'iifname' } }, data: '@by' } }),
    rule('ip', 'n', 'in', match({ payload: { protocol: 'ip', field: 'daddr' } }, '203.0.113.2'), {
      dnat: { addr: '192.168.1.104' },
    }),
  )

  expect(found).toEqual([
    { hook: 'prerouting', family: 4, table: 'n', chain: 'in', handle: 7, action: 'forward' },
  ])
})

test('a redirect for the LAN is no forward, and one for all but the LAN is', () => {
  const redirect = (...on: readonly object[]) =>
    ways(
      chain('ip', 'n', 'pre', nat),
      rule('ip', 'n', 'pre', ...on, dport('udp', 53), { redirect: { port: 53 } }),
    )

  expect(redirect(arrives('lan0'))).toEqual([])
  expect(redirect(arrives({ set: ['lan0', 'lo'] }))).toEqual([])
  expect(redirect(arrives('lan0', '!='))).toHaveLength(1)
  expect(redirect(arrives('wan*'))).toHaveLength(1)
  expect(redirect(arrives('@inside'))).toHaveLength(1)
})

test('what iptables-nft loaded is found too', () => {
  const found = ways(
    chain('ip', 'nat', 'PREROUTING', nat),
    rule('ip', 'nat', 'PREROUTING', dport('tcp', 443), { xt: { type: 'target', name: 'DNAT' } }),
  )

  expect(found).toMatchObject([{ action: 'forward', protocol: 'tcp', ports: [443] }])
})

test('a pass rule for IPv6 alone needs no forward to be a way in', () => {
  const found = ways(
    chain('inet', 'f', 'fwd', deny('forward')),
    rule(
      'inet',
      'f',
      'fwd',
      match({ payload: { protocol: 'ip6', field: 'daddr' } }, '2001:db8::9'),
      dport('tcp', 22),
      accept,
    ),
  )

  expect(found).toMatchObject([{ family: 6, action: 'accept', ports: [22] }])
})

test('a chain that ends by accepting all of one family does not deny it', () => {
  const { gates } = read([
    chain('inet', 'f', 'fwd', deny('forward')),
    rule('inet', 'f', 'fwd', match({ meta: { key: 'nfproto' } }, 'ipv6'), accept),
  ])

  expect(gates.map(({ family, denies }) => [family, denies])).toEqual([
    [4, true],
    [6, false],
  ])
})

test('answers, error messages and upkeep of the line are told from ways in', () => {
  const state = { ct: { key: 'state' } }
  const found = read([
    chain('inet', 'f', 'in', deny('input')),
    rule('inet', 'f', 'in', {
      vmap: {
        key: state,
        data: {
          set: [
            ['established', accept],
            ['invalid', { drop: null }],
          ],
        },
      },
    }),
    rule(
      'inet',
      'f',
      'in',
      match({ payload: { protocol: 'icmp', field: 'type' } }, 'echo-request'),
      accept,
    ),
    rule('inet', 'f', 'in', match({ meta: { key: 'nfproto' } }, 'ipv4'), dport('udp', 68), accept),
    rule('inet', 'f', 'in', match(state, ['established', 'new'], 'in'), accept),
  ])

  expect(found.ways).toHaveLength(2)
  expect(found.ways.map(({ family }) => family)).toEqual([4, 6])
})

test('a rule behind one that drops everything from the internet lets nothing in', () => {
  const behind = (...first: readonly object[]) =>
    ways(
      chain('ip', 'f', 'in', deny('input')),
      rule('ip', 'f', 'in', ...first, { drop: null }),
      rule('ip', 'f', 'in', dport('tcp', 22), accept),
    )

  expect(behind(arrives('wan0'))).toEqual([])
  expect(behind(arrives('wan0'), { limit: { rate: 5 } })).toHaveLength(1)
  expect(behind(arrives('lan0'))).toHaveLength(1)
})

test('what cannot be read is refused', () => {
  const input = chain('ip', 'f', 'in', deny('input'))
  const condition = { xt: { type: 'match', name: 'conntrack' } }

  expect(() => read([input, rule('ip', 'f', 'in', condition, accept)])).toThrow('xtables')
  expect(() => read([input, rule('ip', 'f', 'in', { teleport: null })])).toThrow('says "teleport"')
  expect(() => read([input, rule('ip', 'f', 'in', { jump: { target: 'x' } })])).toThrow(
    'jumps to x',
  )
  expect(() => read([input], { legacy: '*nat\n-A PREROUTING -j DNAT\n' })).toThrow('old xtables')
  expect(() => read([input], { routes: '[]\n[]' })).toThrow('no default route')
  expect(() =>
    routerRules.parse(
      { status: 0, stdout: '{"nftables":[]}\n', stderr: '' },
      {} as Host,
      {} as Inventory,
    ),
  ).toThrow('old tables')
})

test('a comparison is no equality: what lies above a port of DHCP is a way in', () => {
  const above = (op: string) =>
    ways(
      chain('inet', 'f', 'in', deny('input')),
      rule(
        'inet',
        'f',
        'in',
        match({ payload: { protocol: 'udp', field: 'dport' } }, 68, op),
        accept,
      ),
    )

  expect(above('==')).toEqual([])
  for (const op of ['>=', '>', '<']) {
    expect(above(op)).toMatchObject([{ family: 4 }, { family: 6 }])
    expect(above(op)[0]).not.toHaveProperty('ports')
  }
})
