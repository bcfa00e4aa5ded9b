import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import type { Host, Inventory } from '../model/inventory.ts'
import { tunnels } from './tunnels.ts'

const host = { name: 'calibre' } as Host
const read = ({ processes = '1 systemd\n40 sshd', units = '', images = '', flows = '' }) => {
  const stdout = `${processes}\n-- units\n${units}\n-- containers\n${images}\n-- flows\n${flows}\n`
  return tunnels.parse({ status: 0, stdout, stderr: '' }, host, {} as Inventory)
}

test('a host without tunnels has none, completely', () => {
  const units = 'ssh.service enabled enabled\ncloudflared.service disabled enabled'
  const flows = 'tcp 0 0 100.64.0.105:22 100.64.0.50:41000'

  expect(read({ units, flows })).toEqual({ items: [], complete: true })
})

test.each([
  ['a running program', { processes: '1 init\n7 cloudflared' }, 'cloudflared'],
  ['a reverse ssh', { processes: '1 init\n7 ssh -R' }, 'ssh -R'],
  [
    'a network beside the one that was declared',
    { processes: '1 init\n9 tailscaled' },
    'tailscaled',
  ],
  ['the relay of a media server', { processes: '1 init\n7 Plex Relay' }, 'Plex Relay'],
  [
    'a unit that is not running now',
    { units: 'frpc@home.service enabled enabled' },
    'frpc@home.service',
  ],
  ['what a timer starts', { units: 'ngrok.timer enabled enabled' }, 'ngrok.timer'],
  ['a script of a system without systemd', { units: 'zerotier-one' }, 'zerotier-one'],
  [
    'a container, stopped or not',
    { images: 'docker.io/cloudflare/cloudflared:2025.4.0' },
    'docker.io/cloudflare/cloudflared:2025.4.0',
  ],
  [
    'a renamed program, by its connection',
    { flows: 'udp 0 0 10.0.0.2:5000 198.51.100.7:7844' },
    '198.51.100.7:7844',
  ],
])('%s is found', (_, parts, name) => {
  expect(read(parts).items).toMatchObject([{ host: 'calibre', name }])
})

test('the daemon of a declared member is no tunnel', () => {
  const stdout = '1 init\n9 tailscaled\n-- units\n-- containers\n-- flows\n'
  const member = { ...host, tailnetAddress: '100.64.0.105' }
  const output = { status: 0, stdout, stderr: '' }

  expect(tunnels.parse(output, member, {} as Inventory).items).toEqual([])
})

test.each([
  ['-N -R 8080:localhost:80 vps', 0],
  ['-4NR8080:localhost:80 vps', 0],
  ['-o remoteforward=8080 vps', 0],
  ['-oRemoteForward=8080 vps', 0],
  ['-N -L 8080:localhost:80 vps', 1],
])('ssh %s forwards a port of the other side, or does not', (line, status) => {
  const { command } = tunnels
  const pattern = /grep -qE "([^"]+)"/.exec(typeof command === 'string' ? command : '')?.[1] ?? ''

  expect(spawnSync('grep', ['-qE', pattern], { input: `ssh ${line}` }).status).toBe(status)
})

test('processes that are hidden may be anything', () => {
  expect(read({ processes: '812 sh' })).toMatchObject({ complete: false })
})

test('an answer without all of its parts is refused', () => {
  const stdout = '1 systemd\n-- units\nssh.service enabled enabled\n-- containers\n'

  expect(() => tunnels.parse({ status: 0, stdout, stderr: '' }, host, {} as Inventory)).toThrow(
    'missing',
  )
})
