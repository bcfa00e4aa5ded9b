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

test('processes that are hidden may be anything', () => {
  expect(read({ processes: '812 sh' })).toMatchObject({ complete: false })
})

test('an answer without all of its parts is refused', () => {
  const stdout = '1 systemd\n-- units\nssh.service enabled enabled\n-- containers\n'

  expect(() => tunnels.parse({ status: 0, stdout, stderr: '' }, host, {} as Inventory)).toThrow(
    'missing',
  )
})
