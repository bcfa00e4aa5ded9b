import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHttps } from './https.ts'
import { access, calm, failing, own, portOf, silent, start } from './https-api.test-server.ts'

let end: () => void = () => undefined
beforeAll(async () => {
  end = await start()
})
afterAll(() => end())

describe('no answer', () => {
  test.each([
    ['/login', 'unauthenticated', '401'],
    ['/forbidden', 'not permitted', '403'],
    ['/nothing', 'not understood', '404'],
    ['/broken', 'not understood', '500'],
    ['/empty', 'not understood', '204'],
    ['/moved', 'not understood', 'login.test'],
    ['/html', 'not understood', 'text/html'],
    ['/lies', 'not understood', '20 characters'],
    ['/huge', 'too large', 'pve.test'],
    ['/cut', 'cut short', 'pve.test'],
    ['/../ok', 'not asked', 'path'],
    ['ok', 'not asked', 'path'],
  ])('comes of %s: %s', async (path, reason, word) => {
    const failed = await failing(path)

    expect(failed).toMatchObject({ name: 'Unseen', reason })
    expect(failed.message).toContain(word)
    expect(failed.message).not.toMatch(/hunter2|s3cr3t/)
  })

  test.each([
    ['a slow body', '/slow', {}, 'timed out'],
    ['a server that does not answer', '/silent', {}, 'timed out'],
    ['a port that is closed', '/ok', { route: { address: '127.0.0.1', port: 1 } }, 'refused'],
    [
      'a name that does not exist',
      '/ok',
      { route: { address: 'nowhere.invalid', port: 1 } },
      'unreachable',
    ],
  ])('comes of %s', async (_, path, more, reason) => {
    expect(await failing(path, { timeoutMs: 500, ...more })).toMatchObject({
      name: 'Unseen',
      reason,
    })
  })

  test.each([
    ['with a CA', {}],
    ['with a pin', { fingerprint: own.fingerprint }],
  ])('comes of a handshake that hangs, %s', async (_, more) => {
    const route = { address: '127.0.0.1', port: portOf(silent) }

    expect(await failing('/ok', { timeoutMs: 300, route, ...more })).toMatchObject({
      reason: 'timed out',
    })
  })

  test('comes when the caller gives up, with the reason of the caller', async () => {
    await using get = await openHttps(access(), AbortSignal.abort(new Error('interrupted')))

    await expect(get('/ok')).rejects.toThrow('interrupted')
  })
})

test.each([
  ['a token over http', { url: 'http://pve.test/' }],
  ['a login in the URL', { url: 'https://user:hunter2@pve.test/' }],
  ['no URL', { url: 'pve.test' }],
])('%s is not asked', async (_, more) => {
  const failed = await openHttps(access(more), calm).catch((error) => error)

  expect(failed).toMatchObject({ name: 'Unseen', reason: 'not asked' })
  expect(failed.message).not.toContain('hunter2')
})
