import { expect, test } from 'vitest'
import type { Host, Inventory } from '../model/inventory.ts'
import { insidePages } from './inside-pages.ts'
import { inventory } from './text/stage.ts'

const host: Host = {
  name: 'vm-media',
  role: 'compute',
  address: '192.168.0.22',
  ssh: { port: 22, user: 'plumbline' },
}
const lab: Inventory = {
  ...inventory,
  services: [
    { name: 'sonarr', host: 'vm-media', runtime: 'docker', role: 'media', ports: [8989] },
    { name: 'immich', host: 'vm-apps', runtime: 'docker', role: 'cloud', ports: [2283] },
  ],
  placement: {
    stacks: [],
    health: [
      { service: 'sonarr', port: 8989, path: '/ping' },
      { service: 'immich', port: 2283, path: '/api/server/ping' },
    ],
  },
}
const read = (stdout: string) => insidePages.parse({ status: 0, stdout, stderr: '' }, host, lab)

test('each page of this host, and of no other, is read', () => {
  expect(read('page sonarr /ping\n127.0.0.1 /ping 200 {"status":"OK"} \nasked\n')).toEqual([
    { service: 'sonarr', path: '/ping', status: 200, body: '{"status":"OK"}' },
  ])
  expect(read('page sonarr /ping\n127.0.0.1 /ping error it does not run\nasked\n')).toEqual([
    { service: 'sonarr', path: '/ping', error: 'it does not run' },
  ])
  const { command } = insidePages
  expect(typeof command === 'function' ? command(host, lab) : '').not.toContain('immich')
})

test.each([
  ['asked\n', 'nobody noted'],
  ['page sonarr /ping\n127.0.0.1 /ping 200 x\n', 'has no end'],
])('%j is refused', (answer, says) => {
  expect(() => read(answer)).toThrow(says)
})
