import { createHmac, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkHostKey, fingerprint, keyTypesFor, parseKnownHosts } from './known-hosts.ts'

const blob = (type: string, seed: string): Buffer => {
  const field = (text: string) =>
    Buffer.concat([Buffer.from([0, 0, 0, text.length]), Buffer.from(text)])
  return Buffer.concat([field(type), field(seed)])
}
const ours = blob('ssh-ed25519', 'the host')
const other = blob('ssh-ed25519', 'somebody else')
const b64 = (key: Buffer): string => key.toString('base64')
const check = (text: string, names: readonly string[] = ['vm100'], port = 22, key = ours) =>
  checkHostKey(parseKnownHosts(text), names, port, key)
const hashed = (name: string): string => {
  const salt = randomBytes(20)
  return `|1|${salt.toString('base64')}|${createHmac('sha1', salt).update(name).digest('base64')}`
}

const line = `ssh-ed25519 ${b64(ours)}`
test.each([
  ['a plain name', `vm100 ${line}`],
  ['one of several names', `vm101,vm100 ${line} comment here`],
  ['another case', `VM100 ${line}`],
  ['a hashed name', `${hashed('vm100')} ${line}`],
  ['a wildcard', `vm1?? ${line}`],
  ['a second key', `vm100 ssh-ed25519 ${b64(other)}\nvm100 ${line}`],
  ['a key beside a revoked one', `@revoked vm100 ssh-ed25519 ${b64(other)}\nvm100 ${line}`],
])('%s is trusted', (_, text) => {
  expect(check(text)).toMatchObject({ trusted: true })
})

test.each([
  ['nothing at all', '', 'unknown', false],
  ['a comment', `# vm100 ${line}`, 'unknown', false],
  ['a key of another host', `vm101 ${line}`, 'unknown', false],
  ['a hashed name of another host', `${hashed('vm101')} ${line}`, 'unknown', false],
  ['an exception', `*,!vm100 ${line}`, 'unknown', false],
  ['an exception before the wildcard', `!vm1* ${line}`, 'unknown', false],
  ['another port', `[vm100]:2222 ${line}`, 'unknown', false],
  ['a certificate authority', `@cert-authority vm100 ${line}`, 'unknown', true],
  ['an unknown marker', `@trust vm100 ${line}`, 'unknown', false],
  ['a dot that is no wildcard', `vm.00 ${line}`, 'unknown', false],
  ['another key', `vm100 ssh-ed25519 ${b64(other)}`, 'mismatch', false],
  ['a revoked key', `vm100 ${line}\n@revoked vm100 ${line}`, 'revoked', false],
  ['a key revoked everywhere', `vm100 ${line}\n@revoked * ${line}`, 'revoked', false],
])('%s is not trusted', (_, text, because, authority) => {
  expect(check(text)).toMatchObject({ trusted: false, because, authority })
})

test('a port other than 22 has its own entry', () => {
  expect(check(`[vm100]:2222 ${line}`, ['vm100'], 2222)).toMatchObject({ trusted: true })
  expect(check(`${hashed('[vm100]:2222')} ${line}`, ['vm100'], 2222)).toMatchObject({
    trusted: true,
  })
  expect(check(`vm100 ${line}`, ['vm100'], 2222)).toMatchObject({ because: 'unknown' })
})

test('a host may be known by its name or by its address', () => {
  expect(check(`vm100 ${line}`, ['192.0.2.10', 'vm100'])).toMatchObject({ trusted: true, line: 1 })
  expect(
    check(`@revoked vm100 ${line}\n192.0.2.10 ${line}`, ['192.0.2.10', 'vm100']),
  ).toMatchObject({ because: 'revoked' })
})

test('only key types that we hold are asked for', () => {
  const known = parseKnownHosts(
    `vm100 ${line}\nvm100 ssh-rsa ${b64(other)}\nvm101 ecdsa-sha2-nistp256 x\n@revoked vm100 ssh-dss x`,
  )

  expect(keyTypesFor(known, ['vm100'], 22)).toEqual(['ssh-ed25519', 'rsa-sha2-512', 'rsa-sha2-256'])
})

const names = fc.stringMatching(/^[a-z0-9][a-z0-9.-]{0,20}$/)
test('a hashed entry means what the plain one means', () => {
  fc.assert(
    fc.property(names, names, fc.constantFrom(22, 2222), (listed, asked, port) => {
      const plain = port === 22 ? listed : `[${listed}]:${port}`
      expect(check(`${hashed(plain)} ${line}`, [asked], port)).toEqual(
        check(`${plain} ${line}`, [asked], port),
      )
    }),
  )
})

test('no text makes a key trusted that it does not hold', () => {
  const words = fc.constantFrom(
    'vm100',
    '*',
    '!*',
    '@revoked',
    '@cert-authority',
    '\n',
    ' ',
    ',',
    '|1|',
    'ssh-ed25519',
    b64(other),
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(words, fc.string())), (parts) => {
      expect(check(parts.join(' ')).trusted).toBe(false)
    }),
  )
})

test('a file that ssh-keygen 9.2 hashed is read, and fingerprints are its own', () => {
  const text =
    '|1|QuSmjdKZTOmhe+GHJ+2VTXUXYaY=|zxI10o0LvvB8JIjuUt1Ug2nbs6s= ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINt+og6MIRsOp6QjhPgmd74P4a0fY07LnoUm/mJq53Fy'
  const key = Buffer.from(text.split(' ')[2] ?? '', 'base64')

  expect(check(text, ['vm100'], 22, key)).toMatchObject({ trusted: true })
  expect(fingerprint(key)).toBe('SHA256:bRz5hHT3+xMor+/m5gSQhH2frbR436WoQ+WJJDfxuC4')
})
