import { execFile } from 'node:child_process'
import { createServer } from 'node:net'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import type { Host, Inventory } from '../model/inventory.ts'
import { reachable } from './reachable.ts'
import { CONNECT } from './text/connect.ts'
import { host, inventory } from './text/stage.ts'

const other: Host = { ...host, name: 'vault', role: 'service', address: '192.168.1.104' }
const lab: Inventory = { ...inventory, hosts: [host, { ...other, tailnetAddress: '100.64.0.104' }] }
const { command } = reachable
const asked = typeof command === 'string' ? command : command(host, lab)
const count = (/' (\S+) /.exec(asked)?.[1]?.split(',').length ?? 0) * 2
const read = (lines: string) =>
  reachable.parse({ status: 0, stdout: `${lines}tried ${count}\n`, stderr: '' }, host, lab)

test('open and refused both arrived', () => {
  expect(read('192.168.1.104 22 open\n100.64.0.104 80 refused\n')).toEqual({
    items: [
      { to: 'vault', address: '192.168.1.104', port: 22, answer: 'open' },
      { to: 'vault', address: '100.64.0.104', port: 80, answer: 'refused' },
    ],
    complete: true,
  })
})

test('silence of everybody, or no way there, proves nothing', () => {
  expect(read('')).toMatchObject({ complete: false })
  expect(read('192.168.1.104 22 open\n100.64.0.104 22 unreachable\n')).toMatchObject({
    items: [{ port: 22 }],
    complete: false,
  })
})

test('a look that was cut short is none', () => {
  const say = (stdout: string) => reachable.parse({ status: 0, stdout, stderr: '' }, host, lab)

  expect(() => say('192.168.1.104 22 open\n')).toThrow()
  expect(() => say('tried 3\n')).toThrow('only 3')
  expect(() => say(`10.0.0.1 22 open\ntried ${count}\n`)).toThrow('another form')
})

test('the program itself tells an open port from a closed one', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  const ask = promisify(execFile)

  const { stdout } = await ask('perl', ['-e', CONNECT, `${port},1`, '127.0.0.1'])
  server.close()

  expect(stdout.trim().split('\n').slice(0, -1).sort()).toEqual(
    ['127.0.0.1 1 refused', `127.0.0.1 ${port} open`].sort(),
  )
  expect(stdout).toMatch(/tried 2\n$/)
})

test('every address that a host is declared to have is tried', () => {
  const hosts = [host, { ...other, alsoAt: ['2001:db8::104'] }]
  const line = typeof command === 'string' ? command : command(host, { ...lab, hosts })

  expect(line).toContain(' 192.168.1.104 2001:db8::104')
})
