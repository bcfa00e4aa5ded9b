import { once } from 'node:events'
import { createServer } from 'node:https'
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net'
import { makeCa } from '../../fixtures/targets/embedded/certificates.ts'
import { type HttpAccess, openHttps } from './https.ts'

/** Plays an API on loopback: `secure` answers, `old` does too with a certificate that has expired, `silent` takes connections and says nothing. */
export const calm = new AbortController().signal
const ca = makeCa()
export const own = ca.issue('pve.test')
export const expired = ca.issue('pve.test', { until: new Date(Date.now() - 1000) })
/** Requests that arrived: method, host, path, authorization. */
export const seen: string[] = []

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
export const secure = createServer(own, (request, response) => {
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
export const old = createServer(expired, (_, response) =>
  response.writeHead(200, { 'content-type': json }).end('1'),
)
const held = new Set<Socket>()
export const silent = createTcpServer((socket) => held.add(socket.on('error', () => undefined)))
export const portOf = (server: { address(): unknown }) => (server.address() as AddressInfo).port

/** Starts all three; the result ends them. */
export async function start(): Promise<() => void> {
  await Promise.all(
    [secure, old, silent].map((one) => once(one.listen(0, '127.0.0.1'), 'listening')),
  )
  return () => {
    for (const server of [secure, old, silent]) server.close()
    for (const server of [secure, old]) server.closeAllConnections()
    for (const socket of held) socket.destroy()
  }
}

export const access = (more: Partial<HttpAccess> = {}): HttpAccess => ({
  source: 'proxmox API',
  url: 'https://pve.test:8006/api/',
  headers: { authorization: 'Bearer s3cr3t' },
  timeoutMs: 5_000,
  maxBytes: 10_000,
  route: { address: '127.0.0.1', port: portOf(secure) },
  ...('fingerprint' in more ? {} : { ca: ca.caPem }),
  ...more,
})
/** What a GET fails with. */
export const failing = async (path: string, more: Partial<HttpAccess> = {}) => {
  await using get = await openHttps(access(more), calm)
  return (await get(path).catch((error) => error)) as Error
}
