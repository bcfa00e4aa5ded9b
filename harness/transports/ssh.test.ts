import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { scriptFor } from './script.ts'
import { parseFrames } from './script-frames.ts'
import { openSsh, type SshAccess, type SshConnection } from './ssh.ts'
import { testHost, testKey } from './ssh-host.test-server.ts'

const hostKey = testKey()
const userKey = testKey()
const stranger = testKey()
const host = await testHost(hostKey, userKey)
const limits = { timeoutMs: 20_000, maxBytes: 1_000_000 }
const calm = new AbortController().signal
const closing: (() => unknown)[] = [() => host[Symbol.asyncDispose]()]
afterAll(async () => {
  for (const close of closing.reverse()) await close()
})

const access = (more: Partial<SshAccess> = {}): SshAccess => ({
  name: 'vm100',
  address: '127.0.0.1',
  port: host.port,
  user: 'plumb',
  privateKey: userKey.privateKey,
  become: 'none',
  hostKey: hostKey.fingerprint,
  ...more,
})

async function open(more: Partial<SshAccess> = {}, signal = calm): Promise<SshConnection> {
  const connection = await openSsh(access(more), signal)
  closing.push(() => connection.close())
  return connection
}

async function listen(serve: (socket: Socket) => void, at: number | string = 0): Promise<Server> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined))
    serve(socket)
  })
  closing.push(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  await new Promise<void>((done) => server.listen(at as number, done))
  return server
}
const portOf = (server: Server): number => (server.address() as { port: number }).port

describe('a login', () => {
  test('runs one script in one session, as one command', async () => {
    const nonce = 'a'.repeat(32)
    const sections = [
      { name: 'who', command: 'echo "$LC_ALL"', timeoutSeconds: 5 },
      { name: 'fails', command: 'echo no >&2; exit 4', timeoutSeconds: 5 },
    ]
    const ran = await (await open()).run(scriptFor(sections, nonce), limits, calm)

    expect(ran).toMatchObject({ status: 0, truncated: false })
    expect(Object.fromEntries(parseFrames(ran.stdout, nonce))).toEqual({
      who: { status: 0, stdout: 'C\n', stderr: '' },
      fails: { status: 4, stdout: '', stderr: 'no' },
    })
    expect(host.log).toEqual(['sh -s'])
  })

  test('goes through a jump host', async () => {
    const far = await testHost(hostKey, userKey)
    closing.push(() => far[Symbol.asyncDispose]())
    const jump = await open()
    const connection = await open({ name: 'far', port: far.port, jump })
    const { stdout } = await connection.run('echo here', limits, calm)

    expect(stdout.toString()).toBe('here\n')
    await expect(jump.forward('127.0.0.1', 1)).rejects.toMatchObject({ name: 'Unseen' })
  })

  test('opens a UNIX socket of the host', async () => {
    const path = join(tmpdir(), `plumbline-${process.pid}-${Date.now()}.sock`)
    await listen((socket) => socket.end('from the socket'), path)
    const connection = await open()
    const stream = await connection.streamLocal(path)
    const said = (await stream.toArray()).join('')

    expect(said).toBe('from the socket')
    await expect(connection.streamLocal('/nowhere.sock')).rejects.toThrow('/nowhere.sock')
  })
})

describe('a login fails', () => {
  test.each([
    ['with a key the host does not know', { privateKey: stranger.privateKey }, 'unauthenticated'],
    ['with a key that is none', { privateKey: 'not a key' }, 'unauthenticated'],
    ['with an agent that is not there', { privateKey: '', agent: '/nowhere' }, 'unauthenticated'],
    ['with neither key nor agent', { privateKey: '' }, 'unauthenticated'],
    ['at a port that is closed', { port: 1 }, 'refused'],
    ['at a name that does not exist', { address: 'nowhere.invalid' }, 'unreachable'],
  ])('%s', async (_, more, reason) => {
    const failed = await openSsh(access(more), calm).catch((error) => error)

    expect(failed).toMatchObject({ name: 'Unseen', reason })
    expect(failed.message).toContain('vm100')
    expect(failed.message).not.toContain('not a key')
  })

  test('at a server that says nothing', async () => {
    const port = portOf(await listen(() => undefined))

    await expect(open({ port, loginMs: 200 })).rejects.toMatchObject({ reason: 'timed out' })
  })

  test('at a server that hangs up', async () => {
    const port = portOf(await listen((socket) => socket.end()))

    await expect(open({ port })).rejects.toMatchObject({ reason: 'cut short' })
  })

  test('when the caller gives up, with the reason of the caller', async () => {
    const port = portOf(await listen(() => undefined))

    await expect(open({ port }, AbortSignal.timeout(50))).rejects.toMatchObject({
      reason: 'timed out',
    })
    await expect(open({ port }, AbortSignal.abort(new Error('interrupted')))).rejects.toThrow(
      'interrupted',
    )
  })
})
