import { expect, test } from 'vitest'
import { servicesIn } from './compose/services-in.ts'

const FILE = `# media
services:
  gluetun:
    image: qmcgaw/gluetun:v3.40.0
    ports:
      - 8989:8989 # sonarr
    environment:
      VPN_TYPE: wireguard
  sonarr:
    image: lscr.io/linuxserver/sonarr:4.0.14
    network_mode: "container:gluetun"
volumes:
  config:
`

test('services, their keys and their network are read', () => {
  expect(servicesIn(FILE)).toEqual([
    { name: 'gluetun', keys: ['image', 'ports', 'environment'] },
    { name: 'sonarr', keys: ['image', 'network_mode'], networkMode: 'container:gluetun' },
  ])
})

test.each([
  [FILE.replace('services:', 'service:'), 'no block of services'],
  [FILE.replace('  sonarr:\n', '  sonarr: { image: x }\n'), 'not written as a block'],
  ['services:\n', 'names no service'],
  [FILE.replace('network_mode: "', '"'), 'is no key'],
])('%s is refused', (file, says) => {
  expect(() => servicesIn(file)).toThrow(says)
})
