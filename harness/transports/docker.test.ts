import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeCa } from '../../fixtures/targets/embedded/certificates.ts'
import { openDocker } from './docker.ts'

const calm = new AbortController().signal
const seen: string[] = []
const path = join(tmpdir(), `plumbline-docker-${process.pid}-${Date.now()}.sock`)
const ca = makeCa()
const own = ca.issue('localhost')

const serve = (server: Server): Server =>
  server.on('request', ({ method, url = '' }, response) => {
    seen.push(`${method} ${url}`)
    if (url === '/hang') return
    if (url === '/cut')
      return response.writeHead(200, { 'content-length': 9 }).write('[', () => response.destroy())
    response.setHeader('content-type', 'application/json')
    if (url === '/nothing') response.statusCode = 404
    response.end(url === '/huge' ? `"${'x'.repeat(5_000)}"` : JSON.stringify({ asked: url }))
  })
const local = serve(createServer())
const remote = serve(createTlsServer({ ...own, ca: ca.caPem, requestCert: true }))
const portOf = () => (remote.address() as { port: number }).port

beforeAll(async () => {
  process.env.DOCKER_HOST = 'tcp://192.0.2.1:2375'
  await Promise.all([once(local.listen(path), 'listening'), once(remote.listen(0), 'listening')])
})
afterAll(() => {
  for (const server of [local, remote]) {
    server.close()
    server.closeAllConnections()
  }
})

const tls = (client = ca.issue('client')) => ({
  host: 'localhost',
  port: portOf(),
  ca: ca.caPem,
  ...client,
})

test.each([
  ['a UNIX socket', () => ({ socketPath: path })],
  ['TLS with certificates of both sides', () => tls()],
  ['a stream of somebody else', () => ({ stream: async () => connect(path) })],
])('an engine is asked over %s, whatever the environment says', async (_, access) => {
  const get = await openDocker(access(), calm)
  seen.length = 0

  expect(await get('/containers/json?all=1')).toEqual({ asked: '/containers/json?all=1' })
  expect(await get('/info')).toEqual({ asked: '/info' })
  expect(seen).toEqual(['GET /containers/json?all=1', 'GET /info'])
})

test.each([
  ['/nothing', 'not understood'],
  ['/cut', 'cut short'],
  ['/hang', 'timed out'],
  ['/huge', 'too large'],
  ['no/path', 'not asked'],
])('%s is %s', async (asked, reason) => {
  const get = await openDocker({ socketPath: path, timeoutMs: 300, maxBytes: 1_000 }, calm)

  await expect(get(asked)).rejects.toMatchObject({ name: 'Unseen', reason })
})

test.each([
  ['no socket', () => ({ socketPath: '/nowhere.sock' }), 'unreachable'],
  ['a closed port', () => ({ ...tls(), port: 1 }), 'refused'],
  ['a certificate of another CA', () => tls(makeCa().issue('client')), /unauthenticated|cut short/],
  ['a server of another CA', () => ({ ...tls(), ca: makeCa().caPem }), 'unauthenticated'],
  [
    'a stream that fails',
    () => ({
      stream: () => Promise.reject(Object.assign(new Error('x'), { code: 'ECONNREFUSED' })),
    }),
    'refused',
  ],
])('%s gives no answer', async (_, access, reason) => {
  const get = await openDocker(access(), calm)

  await expect(get('/info')).rejects.toMatchObject({
    name: 'Unseen',
    reason: expect.stringMatching(reason),
  })
})

test('an interrupt is no answer and no Unseen', async () => {
  const get = await openDocker({ socketPath: path }, AbortSignal.abort(new Error('interrupted')))

  await expect(get('/info')).rejects.toThrow('interrupted')
})
