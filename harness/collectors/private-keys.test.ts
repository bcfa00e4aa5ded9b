import { expect, test } from 'vitest'
import { privateKeys } from './private-keys.ts'
import { read } from './text/answer.ts'

const SSH = `SHA256:${'a'.repeat(43)}`

test('keys of every kind, with the fingerprint where there is one', () => {
  expect(
    read(
      privateKeys,
      `key ssh ${SSH} /root/.ssh/id\nkey wireguard - /etc/wireguard/wg0.conf\nlooked 2\n`,
    ),
  ).toEqual({
    items: [
      { kind: 'ssh', path: '/root/.ssh/id', fingerprint: SSH },
      { kind: 'wireguard', path: '/etc/wireguard/wg0.conf' },
    ],
    complete: true,
  })
})

test.each([`key ssh ${SSH} /x\n`, `key ssh ${SSH} /x\nlooked 2\n`, 'key odd - /x\nlooked 1\n'])(
  '%j is refused',
  (text) => {
    expect(() => read(privateKeys, text)).toThrow()
  },
)
