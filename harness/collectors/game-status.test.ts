import { execFile } from 'node:child_process'
import { createServer } from 'node:net'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import type { Inventory } from '../model/inventory.ts'
import { gameStatus } from './game-status.ts'
import { read } from './text/answer.ts'
import { host, inventory } from './text/stage.ts'
import { wingsRemote } from './wings-remote.ts'

const STATUS = '{"version":{"name":"1.21.4","protocol":769},"players":{"max":20,"online":2}}'

test('the answer of a game is read, and its absence is told', () => {
  expect(read(gameStatus, `status ${STATUS}\n`)).toEqual({
    isJoinable: true,
    version: '1.21.4',
    players: 2,
    maxPlayers: 20,
  })
  expect(read(gameStatus, 'error Connection refused\n')).toEqual({
    isJoinable: false,
    error: 'Connection refused',
  })
  expect(() => read(gameStatus, '')).toThrow('was not asked')
})

test('a server that speaks the protocol is understood', async () => {
  const body = Buffer.from(STATUS)
  const server = createServer((socket) => {
    socket.once('data', () =>
      socket.write(Buffer.concat([Buffer.from([body.length + 2, 0, body.length]), body])),
    )
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as { port: number }
  const lab: Inventory = {
    ...inventory,
    games: { host: host.name, data: [], server: { name: 'smp', port } },
  }
  const { command } = gameStatus
  const line = typeof command === 'function' ? command({ ...host, address: '127.0.0.1' }, lab) : ''
  const { stdout } = await promisify(execFile)('sh', ['-c', line])
  server.close()
  expect(stdout).toBe(`status ${STATUS}\n`)
})

test('of the daemon’s configuration the place of its panel is kept, without a path', () => {
  expect(read(wingsRemote, 'remote https://panel.local/\n')).toBe('https://panel.local')
  expect(() => read(wingsRemote, '')).toThrow('names no panel')
})
