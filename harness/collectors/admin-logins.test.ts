import { expect, test } from 'vitest'
import { adminLogins } from './admin-logins.ts'
import { host, inventory } from './text/stage.ts'

const lab = {
  ...inventory,
  apis: { proxmox: { url: 'https://192.168.20.11:8006' } },
  access: {
    host: 'vm102',
    user: 'ana',
    logins: [{ host: 'lyra', user: 'ana' }],
    api: 'proxmox',
    keys: [],
    remotePath: { kind: 'wireguard' as const, device: 'wg0' },
  },
}
const read = (stdout: string) => adminLogins.parse({ status: 0, stdout, stderr: '' }, host, lab)
const PRINT = Array.from({ length: 32 }, () => 'AB').join(':')
const KEY = `SHA256:${'k'.repeat(43)}`

test('a login with what was met there', () => {
  expect(
    read(
      `login lyra ana 0 410\nkey ${KEY}\nat lyra\nfrom 192.168.20.12\ntool git 2.47.3\napi 401 38\nprint ${PRINT}\nname proxima 192.168.20.11\ntried\n`,
    ),
  ).toEqual({
    logins: [
      {
        host: 'lyra',
        user: 'ana',
        status: 0,
        seconds: 0.41,
        hostKey: KEY,
        hostname: 'lyra',
        from: '192.168.20.12',
        tools: { git: '2.47.3' },
      },
    ],
    api: { status: 401, seconds: 0.038, fingerprint: 'ab'.repeat(32) },
    fixedNames: { proxima: '192.168.20.11' },
  })
})

test('nobody answers', () => {
  const { api, logins } = read('login lyra ana 255 10012\napi 000 10001\ntried\n')
  expect(logins).toEqual([{ host: 'lyra', user: 'ana', status: 255, seconds: 10.012, tools: {} }])
  expect(api).toEqual({ status: 0, seconds: 10.001 })
})

test.each([
  'login lyra ana 0 410\napi 401 38\n',
  'api 401 38\ntried\n',
  'login lyra ana 0 410\ntried\n',
])('%j is refused', (text) => {
  expect(() => read(text)).toThrow()
})

test('the command asks as the administrator, and never for a password', () => {
  const command = adminLogins.command as (h: typeof host, i: typeof lab) => string
  expect(command(host, lab)).toContain('runuser -u ana -- ssh -F /dev/null -v -o BatchMode=yes')
})
