import { expect, test } from 'vitest'
import { adguard } from './adguard.ts'
import { host, inventory } from './text/stage.ts'

const YAML = `dns:
  bind_hosts:
    - 0.0.0.0
  port: 53
  upstream_dns:
    - https://dns10.quad9.net/dns-query
  use_private_ptr_resolvers: true
filtering:
  protection_disabled_until: null
  protection_enabled: true
  filtering_enabled: true
  rewrites:
    - domain: jellyfin.local
      answer: 192.168.0.20
filters:
  - enabled: true
    url: https://example.net/list.txt
    name: A list
    id: 1
user_rules:
  - '||local^$dnsrewrite=NXDOMAIN;;'
`
const parse = (yaml: string, ...lines: readonly string[]) =>
  adguard.parse(
    { status: 0, stdout: `${yaml}@@\n${lines.join('\n')}\n`, stderr: '' },
    host,
    inventory,
  )

test('settings, lists and counts', () => {
  expect(
    parse(
      YAML,
      'list 1048576 1795221250 data/filters/1.txt',
      'kept',
      'client 192.168.0.20',
      'internal 12',
      'forwarded 0',
      'filtered 192.168.0.20',
      'read',
    ),
  ).toMatchObject({
    isProtecting: true,
    isFiltering: true,
    port: 53,
    rewrites: [{ name: 'jellyfin.local', answer: '192.168.0.20' }],
    lists: [{ id: 1, isEnabled: true, bytes: 1_048_576, updatedAt: '2026-11-21T00:34:10.000Z' }],
    log: { isKept: true, clients: ['192.168.0.20'], internal: 12, filteredFor: ['192.168.0.20'] },
  })
})

test('a pause is told, a list without a file is empty, and a log may be missing', () => {
  const found = parse(YAML.replace('until: null', 'until: 2026-11-21T02:00:00Z'), 'read')
  expect(found.pausedUntil).toBe('2026-11-21T02:00:00.000Z')
  expect(found.lists[0]?.bytes).toBe(0)
  expect(found.log.isKept).toBe(false)
})

test('what is missing is not taken for off', () => {
  expect(() => parse(YAML.replace('  protection_enabled: true\n', ''), 'read')).toThrow('neither')
  expect(() => parse(YAML)).toThrow('to its end')
})
