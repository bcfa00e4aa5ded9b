import { createServer, type RequestListener } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { createServer as createTcpServer } from 'node:net'
import { describe, expect, test } from 'vitest'
import { parseProbe, probeCommand } from '../probe.ts'
import { authority } from './authority.ts'
import { both, onlyPython, run } from './both.ts'
import { freePort, serving } from './loopback.ts'

const address = '127.0.0.1'
const { ca, server } = authority('nas.lab')

/** Answers by path, and keeps what it was asked. */
function site(asked: string[] = []): RequestListener {
  return (request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers.host}`)
    asked.push(...Object.keys(request.headers))
    if (request.url === '/moved') response.writeHead(302, { location: '/login' }).end()
    else if (request.url === '/closed') response.writeHead(401).end('who are you')
    else if (request.url === '/large') response.end('x'.repeat(200_000))
    else if (request.url === '/cut') response.write('half', () => response.destroy())
    else if (request.url === '/endless') response.write('half')
    else response.setHeader('content-type', 'text/plain').end('welcome é')
  }
}

describe.each(both)('%s', (_, look) => {
  test('status, type, place and body are reported, and no redirect is followed', async () => {
    const asked: string[] = []
    await using web = await serving(createServer(site(asked)))
    const at = (path: string) => ({
      id: path,
      url: `http://nas.lab:${web.port}${path}`,
      address,
    })

    const { http } = await look({ http: ['/?a=1', '/moved', '/closed'].map(at) })

    expect(http).toMatchObject([
      { id: '/?a=1', status: 200, contentType: 'text/plain', body: 'welcome é' },
      { id: '/moved', status: 302, location: '/login', body: '' },
      { id: '/closed', status: 401, body: 'who are you' },
    ])
    expect(asked).toContain(`GET /?a=1 nas.lab:${web.port}`)
    expect(asked).not.toContain(`GET /login nas.lab:${web.port}`)
    expect(asked).not.toContain('authorization')
  })

  test('a body that is measured is counted and not kept, as far as it came', async () => {
    await using web = await serving(createServer(site()))
    const at = (path: string) => ({
      id: path,
      url: `http://nas.lab:${web.port}${path}`,
      address,
      measure: 100_000,
    })

    const { http } = await look({ http: ['/large', '/cut'].map(at) }, { replyTimeoutMs: 1500 })

    const [large, cut] = http
    expect(large).toMatchObject({ status: 200 })
    expect(large?.body).toBeUndefined()
    expect(large?.measured?.bytes).toBeGreaterThanOrEqual(100_000)
    expect(cut?.measured?.bytes).toBeLessThan(100)
    expect(cut?.error).toBeDefined()
  })

  test('an identity that is made up is sent as asked', async () => {
    const asked: string[] = []
    await using web = await serving(createServer(site(asked)))
    const url = `http://nas.lab:${web.port}/`

    await look({ http: [{ id: 'forged', url, address, headers: { 'X-User': 'root' } }] })

    expect(asked).toContain('x-user')
  })

  test('a large body is cut, a broken one is not reported as a body', async () => {
    await using web = await serving(createServer(site()))
    const at = (path: string) => ({ id: path, url: `http://${address}:${web.port}${path}` })

    const { http } = await look(
      { http: ['/large', '/cut', '/endless'].map(at) },
      { replyTimeoutMs: 1000 },
    )

    expect(http.map(({ body }) => body?.length)).toEqual([65_536, undefined, undefined])
    expect(http.map(({ error }) => error)).toEqual([undefined, 'ECONNRESET', 'no answer in time'])
    expect(http.map(({ status }) => status)).toEqual([200, 200, 200])
  })

  test('a valid certificate is described, and then asked', async () => {
    await using web = await serving(createSecureServer(server, site()))
    const url = `https://nas.lab:${web.port}/`

    const { http } = await look({ http: [{ id: 'nas', url, address }] }, { ca })

    expect(http[0]).toMatchObject({ status: 200, body: 'welcome é' })
    expect(http[0]?.certificate).toEqual({
      subject: 'O=Lab,CN=nas.lab',
      issuer: 'O=Lab,CN=Lab CA',
      notAfter: expect.stringMatching(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/),
      valid: true,
    })
  })

  test.each([
    ['of another name', 'other.lab', ca],
    ['of a stranger', 'nas.lab', undefined],
  ])('a certificate %s is described, and its server gets no request', async (_, name, trusted) => {
    const asked: string[] = []
    await using web = await serving(createSecureServer(server, site(asked)))
    const url = `https://${name}:${web.port}/`
    const settings = trusted === undefined ? {} : { ca: trusted }

    const { http } = await look({ http: [{ id: 'nas', url, address }] }, settings)

    expect(http[0]).toMatchObject({
      error: 'certificate not valid',
      certificate: {
        subject: 'O=Lab,CN=nas.lab',
        issuer: 'O=Lab,CN=Lab CA',
        valid: false,
        because: expect.stringMatching(name === 'nas.lab' ? /certificate/ : /other\.lab/),
      },
    })
    expect(http[0]).not.toHaveProperty('status')
    expect(asked).toEqual([])
  })

  test('who speaks no HTTP or no TLS is said to, and who does not answer is named so', async () => {
    await using chatter = await serving(
      createTcpServer((socket) =>
        socket
          .on('error', () => socket.destroy())
          .resume()
          .end('220 hello\r\n'),
      ),
    )
    await using mute = await serving(createTcpServer((socket) => socket.resume()))
    const ports = { chatter: chatter.port, mute: mute.port, nobody: await freePort() }
    const at = (id: keyof typeof ports, scheme = 'http') => ({
      id: `${scheme} ${id}`,
      url: `${scheme}://${address}:${ports[id]}/`,
    })

    const { http } = await look(
      { http: [at('chatter'), at('chatter', 'https'), at('mute'), at('nobody')] },
      { replyTimeoutMs: 500 },
    )

    expect(http.map(({ error }) => error)).toEqual([
      'not http',
      'TLS handshake failed',
      'no answer in time',
      'ECONNREFUSED',
    ])
  })
})

test('a certificate that cannot be read is still not valid', async () => {
  const asked: string[] = []
  await using web = await serving(createSecureServer(server, site(asked)))
  const request = { http: [{ id: 'nas', url: `https://nas.lab:${web.port}/`, address }] }

  const { http } = parseProbe(await run(onlyPython + probeCommand(request)), request)

  expect(http[0]?.error).toBe('certificate not valid, and it could not be read: openssl absent')
  expect(http[0]).not.toHaveProperty('certificate')
  expect(asked).toEqual([])
})
