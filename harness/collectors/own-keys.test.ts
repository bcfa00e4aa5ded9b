import { expect, test } from 'vitest'
import { dockerContexts } from './docker-contexts.ts'
import { ownKeys } from './own-keys.ts'
import { read } from './text/answer.ts'

const KEY = `SHA256:${'a'.repeat(43)}`

test('keys are known by their fingerprints', () => {
  expect(read(ownKeys, `uid 0\nkey ${KEY} /root/.ssh/id_ed25519\nlooked\n`)).toEqual({
    items: [{ path: '/root/.ssh/id_ed25519', fingerprint: KEY }],
    complete: true,
  })
  expect(read(ownKeys, 'uid 0\nlooked\n')).toEqual({ items: [], complete: true })
})

test('a key that does not tell, and a look without root, are not complete', () => {
  expect(read(ownKeys, 'uid 0\nkey unknown /root/old.pem\nlooked\n').complete).toBe(false)
  expect(read(ownKeys, 'uid 1000\nlooked\n').complete).toBe(false)
})

test('contexts say where they lead, without a password', () => {
  expect(
    read(dockerContexts, 'context /root/.profile tcp://ci:secret@192.168.0.21:2375\nlooked\n'),
  ).toEqual([{ path: '/root/.profile', endpoint: 'tcp://ci:***@192.168.0.21:2375' }])
})

test.each([ownKeys, dockerContexts])('a look without an end is cut short', (collector) => {
  expect(() => read(collector as typeof ownKeys, 'uid 0\n')).toThrow('did not come to its end')
})
