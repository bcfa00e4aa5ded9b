import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formats } from './formats.ts'
import { LAB, problemsOf } from './spoil.ts'

const fits = (format: string, text: string): boolean => formats[format]?.fits(text) ?? false

describe('a network', () => {
  test.each([
    '192.168.1.0/24',
    '10.0.0.0/8',
    '0.0.0.0/0',
    '203.0.113.66/32',
    '::/0',
    'fd00::/8',
    '2001:db8::1/128',
    'fe80::/10',
    '::ffff:0:0/96',
  ])('%s is one', (text) => {
    expect(fits('cidr', text)).toBe(true)
  })

  test.each([
    '192.168.1.5/24',
    '192.168.1.0',
    '192.168.1.0/33',
    '192.168.1.0/-1',
    '192.168.1/24',
    'fd00::1/8',
    '::/129',
    'x/24',
    '/24',
    '1.2.3.4/',
    '2001:db8:0:0:0:0:0:1/127',
  ])('%s is none', (text) => {
    expect(fits('cidr', text)).toBe(false)
  })

  test('an IPv4 address is the first of its network exactly when its host bits are zero', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 32 - 1), fc.nat(32), (address, prefix) => {
        const first = Math.floor(address / 2 ** (32 - prefix)) * 2 ** (32 - prefix)
        const text = (n: number) =>
          [24, 16, 8, 0].map((shift) => Math.floor(n / 2 ** shift) % 256).join('.')
        expect(fits('cidr', `${text(first)}/${prefix}`)).toBe(true)
        expect(fits('cidr', `${text(address)}/${prefix}`)).toBe(address === first)
      }),
    )
  })
})

test.each<[string, readonly string[], readonly string[]]>([
  [
    'address',
    ['192.168.1.5', 'fd00::5', 'fe80::1%eth0'],
    ['192.168.1', 'localhost', '192.168.1.05', '192.168.1.5 ', ''],
  ],
  [
    'web-url',
    ['https://h', 'http://h:80/a?b=c', 'https://[fd00::5]:8006'],
    ['ftp://h', 'h', 'https://', 'https://a@h', 'https://:b@h', 'https://h/#x', 'https://h/ x'],
  ],
  [
    'api-url',
    ['https://h', 'http://h:80', 'ssh://vm100/var/run/docker.sock', 'unix:///var/run/docker.sock'],
    ['ssh://a@vm100/x', 'ssh://vm100', 'unix://x', 'tcp://h:2375', 'ssh://h/a;b', 'https://a@h'],
  ],
  [
    'secret-reference',
    ['env:A_1', 'file:/a', 'file:~/a', 'exec:pass show x'],
    ['env:', 'env:1', 'file:a', 'exec:', 'x', 'ENV:A'],
  ],
  ['date', ['2026-02-28', '2028-02-29'], ['2026-02-29', '2026-2-3', '2026-13-01', 'x', '']],
  ['absolute-path', ['/', '/srv/pool'], ['srv', '', '/a b', '/$(x)', "/a'b", '/a;b']],
  ['relative-path', ['docs/drills', 'a..b/c'], ['/docs', '../docs', 'docs/../..', './docs', '']],
  ['name', ['vm100', 'calibre-web'], ['', '-x', 'a b', 'a;b', 'a/b']],
  ['unit', ['smbd.service', 'srv-pool.mount', 'a@b.timer'], ['smbd', 'a b.service', '.service/x']],
  ['ssh-fingerprint', [`SHA256:${'a'.repeat(43)}`], ['SHA256:abc', `MD5:${'a'.repeat(43)}`]],
  [
    'certificate-fingerprint',
    ['ab'.repeat(32), Array(32).fill('AB').join(':')],
    ['ab'.repeat(20), 'zz'.repeat(32)],
  ],
  ['login', ['ana@pam', 'ana.b@example.net'], ['ana', '@x', 'a b@c']],
  ['route', ['exitNode', '10.0.0.0/8'], ['exit', '10.0.0.1/8']],
  [
    'dns-name',
    ['lab.example.net', 'tail1234.ts.net'],
    ['lab', 'http://x.y', 'a..b', '-a.b', '1.2.3.4'],
  ],
])('%s accepts %j and refuses %j', (format, good, bad) => {
  expect(good.filter((text) => !fits(format, text))).toEqual([])
  expect(bad.filter((text) => fits(format, text))).toEqual([])
})

test('every format is used by a schema, and says what to write', () => {
  const folder = new URL('../schemas/', import.meta.url)
  const schemas = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.schema.json'))
    .map((file) => readFileSync(new URL(file, folder), 'utf8'))
    .join()
  expect(Object.keys(formats).filter((name) => !schemas.includes(`"format": "${name}"`))).toEqual(
    [],
  )
})

test('a value that is used by aliases is told wherever it is used', async () => {
  const text = LAB.replace('"\\\n      20-25', '"\\\n      ssh,20-25')
  const lines = text
    .split('\n')
    .flatMap((line, index) => (/tcpPorts: [&*]ports/.test(line) ? [index + 1] : []))
  const problems = await problemsOf({ 'lab.yaml': text })
  expect(lines.length).toBeGreaterThan(2)
  expect(problems.map((line) => Number(line.split(':')[1]))).toEqual(lines)
})

test('a key that names nothing is told at the key', async () => {
  const text = LAB.replace('routes: {}', 'routes: { proxmax: [10.0.0.0/8] }')
  expect(await problemsOf({ 'lab.yaml': text })).toEqual([
    expect.stringMatching(
      /:\d+:13: tailnet\.routes\.proxmax: there is no device "proxmax"; did you mean "proxmox"\?$/,
    ),
  ])
})
