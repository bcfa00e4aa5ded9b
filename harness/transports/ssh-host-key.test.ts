import { afterAll, describe, expect, test } from 'vitest'
import { openSsh, type SshAccess } from './ssh.ts'
import { testHost, testKey } from './ssh-host.test-server.ts'

const hostKey = testKey()
const userKey = testKey()
const stranger = testKey()
const host = await testHost(hostKey, userKey)
const calm = new AbortController().signal
afterAll(() => host[Symbol.asyncDispose]())

const access = (more: Partial<SshAccess> = {}): SshAccess => ({
  name: 'vm100',
  address: '127.0.0.1',
  port: host.port,
  user: 'plumb',
  privateKey: userKey.privateKey,
  become: 'none',
  ...('knownHosts' in more ? {} : { hostKey: hostKey.fingerprint }),
  ...more,
})

test.each(['127.0.0.1', 'vm100'])('a key of known_hosts is trusted, listed as %s', async (name) => {
  const knownHosts = stranger.line('other') + hostKey.line(`[${name}]:${host.port}`)
  const connection = await openSsh(access({ knownHosts }), calm)
  connection.close()
})

const at = () => `[127.0.0.1]:${host.port}`
describe('a host key is refused', () => {
  test.each([
    [
      'another one is pinned',
      () => ({ hostKey: stranger.fingerprint }),
      [hostKey.fingerprint, stranger.fingerprint],
    ],
    [
      'known_hosts holds another',
      () => ({ knownHosts: stranger.line(at()) }),
      [hostKey.fingerprint, stranger.fingerprint],
    ],
    [
      'known_hosts revokes it',
      () => ({ knownHosts: `${hostKey.line(at())}@revoked * ${hostKey.line('').trim()}` }),
      ['revokes'],
    ],
    ['known_hosts is empty', () => ({ knownHosts: '' }), ['no entry', hostKey.fingerprint]],
    [
      'only an authority is known',
      () => ({ knownHosts: `@cert-authority ${hostKey.line(at())}` }),
      ['not supported'],
    ],
    [
      'only a key of another type is known',
      () => ({ knownHosts: `${at()} ssh-ed25519 AAAA` }),
      ['known_hosts'],
    ],
    [
      'only unsupported keys are known',
      () => ({ knownHosts: `${at()} ssh-dss AAAA` }),
      ['ssh-dss'],
    ],
  ])('when %s', async (_, more, words) => {
    const failed = await openSsh(access(more()), calm).catch((error) => error)

    expect(failed).toMatchObject({ name: 'Unseen', reason: 'unauthenticated' })
    for (const word of words) expect(failed.message).toContain(word)
  })

  test('when there is nothing to check it against, and then nothing is sent', async () => {
    const { hostKey: _, ...rest } = access()

    await expect(openSsh(rest, calm)).rejects.toMatchObject({ reason: 'unauthenticated' })
  })
})
