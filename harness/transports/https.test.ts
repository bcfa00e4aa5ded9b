import { once } from 'node:events'
import { createServer } from 'node:https'
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeCa } from '../../fixtures/targets/embedded/certificates.ts'
import { type HttpAccess, openHttps, type Told } from './https.ts'

const calm = new AbortController().signal
const ca = makeCa()
const own = ca.issue('pve.test')
const expired = ca.issue('pve.test', { until: new Date(Date.now() - 1000) })
const seen: string[] = []
let connections = 0

const json = 'application/json;charset=UTF-8'
const answers: Record<string, readonly [number, string, string, string?]> = {
  '/api/ok?a=1': [200, json, '{"data":[null,1]}'],
  '/api/problem': [200, 'application/problem+json', '{}'],
  '/api/login': [401, json, '{}'],
  '/api/forbidden': [403, json, '{}'],
  '/api/nothing': [404, json, '{}'],
  '/api/broken': [500, 'text/plain', 'stack trace'],
  '/api/empty': [204, json, ''],
  '/api/moved': [302, 'text/html', '', 'https://login.test/?ticket=hunter2'],
  '/api/html': [200, 'text/html', '<html>hunter2</html>'],
  '/api/lies': [200, json, '<html>hunter2</html>'],
  '/api/huge': [200, json, `"${'x'.repeat(100_000)}"`],
}
const serve = createServer(own, (request, response) => {
  const { method, url = '', headers } = request
  seen.push(`${method} ${headers.host} ${url} ${headers.authorization ?? '-'}`)
  if (url === '/api/silent') return
  if (url === '/api/slow' || url === '/api/cut') {
    response.writeHead(200, { 'content-type': json, 'content-length': 100 })
    response.write('{"data":', () => url === '/api/cut' && response.destroy())
    return
  }
  const [status, type, body, location] = answers[url] ?? [404, json, '{}']
  response.writeHead(status, { 'content-type': type, ...(location ? { location } : {}) })
  response.end(body)
})
serve.on('secureConnection', () => connections++)
const old = createServer(expired, (_, response) =>
  response.writeHead(200, { 'content-type': json }).end('1'),
)
const held = new Set<Socket>()
const silent = createTcpServer((socket) => held.add(socket.on('error', () => undefined)))
const portOf = (server: { address(): unknown }) => (server.address() as AddressInfo).port

beforeAll(async () => {
  await Promise.all(
    [serve, old, silent].map((one) => once(one.listen(0, '127.0.0.1'), 'listening')),
  )
})
afterAll(() => {
  for (const server of [serve, old, silent]) server.close()
  for (const server of [serve, old]) server.closeAllConnections()
  for (const socket of held) socket.destroy()
})

const access = (more: Partial<HttpAccess> = {}): HttpAccess => ({
  source: 'proxmox API',
  url: 'https://pve.test:8006/api/',
  headers: { authorization: 'Bearer s3cr3t' },
  timeoutMs: 5_000,
  maxBytes: 10_000,
  route: { address: '127.0.0.1', port: portOf(serve) },
  ...('fingerprint' in more ? {} : { ca: ca.caPem }),
  ...more,
})
const failing = async (path: string, more: Partial<HttpAccess> = {}) => {
  await using get = await openHttps(access(more), calm)
  return (await get(path).catch((error) => error)) as Error
}

describe('an API that is the expected one', () => {
  test.each([
    ['by its CA and name', () => ({})],
    ['by its fingerprint', () => ({ fingerprint: own.fingerprint })],
    [
      'by its fingerprint without colons',
      () => ({ fingerprint: own.fingerprint.replaceAll(':', '').toLowerCase() }),
    ],
    [
      'by its fingerprint, although it has expired',
      () => ({
        fingerprint: expired.fingerprint,
        route: { address: '127.0.0.1', port: portOf(old) },
      }),
    ],
  ])('is asked, known %s', async (_, more) => {
    await using get = await openHttps(access(more()), calm)

    for (const path of ['/ok?a=1', '/ok?a=1'])
      expect([{ data: [null, 1] }, 1]).toContainEqual(await get(path))
  })

  test('is asked with the names of the URL, and only with GET', async () => {
    seen.length = 0
    await using get = await openHttps(access(), calm)
    await get('/ok?a=1')

    expect(seen).toEqual(['GET pve.test:8006 /api/ok?a=1 Bearer s3cr3t'])
  })

  test('is compared with the pin on every connection', async () => {
    connections = 0
    await using get = await openHttps(access({ fingerprint: own.fingerprint }), calm)
    await Promise.all([get('/ok?a=1'), get('/ok?a=1'), get('/problem')])

    expect(connections).toBeGreaterThan(1)
  })

  test('leaves evidence of every answer, without the token', async () => {
    const told: Told[] = []
    await failing('/nothing', { onAnswer: (one) => told.push(one) })

    expect(told).toMatchObject([
      { source: 'proxmox API', ask: 'GET /nothing', bytes: 2, text: '{}' },
    ])
    expect(JSON.stringify(told)).not.toContain('s3cr3t')
  })

  test('gives any answer raw', async () => {
    await using get = await openHttps(access(), calm)

    expect(await get.raw('/broken')).toEqual({
      status: 500,
      contentType: 'text/plain',
      text: 'stack trace',
    })
    expect(await get.raw('/moved')).toMatchObject({ status: 302 })
  })
})

describe('an API that is somebody else', () => {
  test.each([
    ['of another CA', () => ({ ca: makeCa().caPem })],
    ['of another name', () => ({ url: 'https://other.test/api' })],
    ['of another fingerprint', () => ({ fingerprint: makeCa().issue('pve.test').fingerprint })],
    ['of an empty fingerprint', () => ({ fingerprint: '' })],
    ['known by no authority', () => ({ fingerprint: undefined })],
    ['that has expired', () => ({ route: { address: '127.0.0.1', port: portOf(old) } })],
  ])('%s is never sent a request', async (_, more) => {
    seen.length = 0
    const failed = await failing('/ok?a=1', more() as Partial<HttpAccess>)

    expect(failed).toMatchObject({ name: 'Unseen', reason: 'unauthenticated' })
    expect(seen).toEqual([])
  })

  test('is named by both fingerprints', async () => {
    const pin = 'AB'.repeat(32)
    const failed = await failing('/ok?a=1', { fingerprint: pin })

    expect(failed.message).toContain(pin)
    expect(failed.message).toContain(own.fingerprint)
  })
})

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
