import { createHash, generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:net'
import ssh2, { type AuthContext } from 'ssh2'
import { describe, expect, test } from 'vitest'
import { parseProbe, probeCommand } from '../probe.ts'
import { both, onlyPython, run } from './both.ts'
import { freePort, serving } from './loopback.ts'

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
})
const parsed = ssh2.utils.parseKey(privateKey)
if (parsed instanceof Error) throw parsed
const digest = createHash('sha256').update(parsed.getPublicSSH()).digest('base64')
const hostKey = `SHA256:${digest.replace(/=+$/, '')}`
const address = '127.0.0.1'

/** An SSH server that offers these methods, or asks for nothing. Keeps what it was asked for. */
function offering(methods: AuthContext['method'][] | undefined, asked: string[] = []) {
  const server = new ssh2.Server({ hostKeys: [privateKey], ident: 'test_1.0' }, (client) => {
    client.on('error', () => client.end())
    client.on('authentication', (context) => {
      asked.push(`${context.method} ${context.username}`)
      if (methods === undefined) context.accept()
      else context.reject(methods)
    })
    client.on('session', (accept) => {
      accept()
        .on('exec', () => asked.push('exec'))
        .on('shell', () => asked.push('shell'))
    })
  })
  return serving(server as never)
}

describe.each(both)('%s', (_, look) => {
  test.each([
    [['publickey']],
    [['publickey', 'password']],
    [['publickey', 'keyboard-interactive']],
  ] as AuthContext['method'][][][])('a server that offers %s is heard', async (methods) => {
    const asked: string[] = []
    await using server = await offering(methods, asked)

    const { ssh } = await look({ ssh: [{ address, port: server.port, user: 'ana' }] })

    expect(ssh).toEqual([
      { address, port: server.port, banner: 'SSH-2.0-test_1.0', hostKey, methods },
    ])
    expect(new Set(asked)).toEqual(new Set(['none ana']))
  })

  test('a server that lets anybody in offers none, and nothing is run there', async () => {
    const asked: string[] = []
    await using server = await offering(undefined, asked)

    const { ssh } = await look({ ssh: [{ address, port: server.port, user: 'root' }] })

    expect(ssh[0]?.methods).toEqual(['none'])
    expect(asked).toEqual(['none root'])
  })

  test('who refuses, hangs, speaks no SSH or breaks off has offered nothing', async () => {
    await using mute = await serving(createServer((socket) => socket.resume()))
    await using web = await serving(
      createServer((socket) => socket.resume().end('HTTP/1.1 400 Bad Request\r\n\r\n')),
    )
    const ports = [await freePort(), mute.port, web.port]

    const { ssh } = await look(
      { ssh: ports.map((port) => ({ address, port, user: 'ana' })) },
      { replyTimeoutMs: 500 },
    )

    expect(ssh).toEqual([
      { address, port: ports[0], error: 'ECONNREFUSED' },
      { address, port: ports[1], error: 'no answer in time' },
      { address, port: ports[2], error: 'SSH handshake failed' },
    ])
  })
})

test('a machine without ssh says so', async () => {
  await using server = await offering(['publickey'])
  const request = { ssh: [{ address, port: server.port, user: 'ana' }] }

  const answer = parseProbe(await run(onlyPython + probeCommand(request)), request)

  expect(answer.ssh[0]).toMatchObject({ banner: 'SSH-2.0-test_1.0', error: 'tool absent' })
})
