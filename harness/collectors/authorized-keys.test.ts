import { execFileSync, spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { authorizedKeys } from './authorized-keys.ts'
import { host, inventory } from './text/stage.ts'

const read = (...lines: readonly string[]) =>
  authorizedKeys.parse({ status: 0, stdout: `${lines.join('\n')}\n`, stderr: '' }, host, inventory)
const KEY = `SHA256:${'a'.repeat(43)}`
const FILE = 'file root /root/.ssh/authorized_keys'

test('every key is told with its account and file', () => {
  expect(
    read(`${FILE} 1`, `key ${KEY}`, 'file ana /home/ana/.ssh/k 1', `key ${KEY}`, 'end'),
  ).toEqual({
    items: [
      { user: 'root', fingerprint: KEY, path: '/root/.ssh/authorized_keys' },
      { user: 'ana', fingerprint: KEY, path: '/home/ana/.ssh/k' },
    ],
    complete: true,
  })
})

test('keys that come from elsewhere make the list one of many', () => {
  const seen = read('also root trustedusercakeys /etc/ssh/ca.pub', 'end')

  expect(seen).toMatchObject({ items: [], complete: false })
  expect(seen.because).toBe('keys of root come from trustedusercakeys as well')
})

test('a line that is no key may open the door all the same', () => {
  expect(() => read(`${FILE} 2`, `key ${KEY}`, 'end')).toThrow(
    '2 lines that count, of which 1 are keys',
  )
  expect(() => read(`${FILE} 1`, 'key ssh-ed25519', 'end')).toThrow('lines that count')
  expect(() => read(`${FILE} `, 'end')).toThrow('lines that count')
})

test('a list without an end was cut short', () => {
  expect(() => read(`${FILE} 1`, `key ${KEY}`)).toThrow('has no end')
})

test('the question is sh, and asks nobody who is not root', () => {
  expect(
    execFileSync('sh', ['-n', '-c', String(authorizedKeys.command)], { encoding: 'utf8' }),
  ).toBe('')
  expect(authorizedKeys.command).toContain('must be root')
})

test('keys that depend on where a caller comes from are not all keys', () => {
  expect(read('match authorizedkeysfile', 'end')).toMatchObject({
    complete: false,
    because: expect.stringContaining('authorizedkeysfile'),
  })
})

test.each([
  [
    'Match Address 192.168.1.0/24\n  AuthorizedKeysFile /etc/ssh/lan/%u',
    'match authorizedkeysfile\n',
  ],
  ['Match User sftp LocalPort 2222\n\tTrustedUserCAKeys /etc/ssh/ca', 'match trustedusercakeys\n'],
  ['Match User sftp\n  AuthorizedKeysFile /etc/ssh/sftp', ''],
  ['AuthorizedKeysFile .ssh/keys\nMatch Address 10.0.0.0/8\n  X11Forwarding no', ''],
])('of the configuration %j that matters', (input, told) => {
  const { command } = authorizedKeys
  const program = /awk '([^']+)'/.exec(typeof command === 'string' ? command : '')?.[1] ?? ''

  expect(spawnSync('awk', [program], { input }).stdout.toString()).toBe(told)
})
