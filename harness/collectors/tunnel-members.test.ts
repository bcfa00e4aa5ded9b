import { expect, test } from 'vitest'
import type { Inventory } from '../model/inventory.ts'
import { host, inventory } from './text/stage.ts'
import { tunnelMembers } from './tunnel-members.ts'

const lab: Inventory = {
  ...inventory,
  tunnel: {
    host: 'vm-media',
    container: 'gluetun',
    members: ['sonarr'],
    device: 'tun0',
    lanSubnets: ['192.168.0.0/24'],
    endpoint: { protocol: 'udp', port: 51820 },
    echo: { name: 'echo.example', ipv4: '198.51.100.20', ipv6: '2001:db8::20' },
  },
}
const INSIDE = [
  'via4 [{"dst":"1.1.1.1","dev":"tun0","prefsrc":"10.2.0.2","flags":[],"uid":0,"cache":[]}]',
  'via6 none',
  'server 127.0.0.1 [{"type":"local","dst":"127.0.0.1","dev":"lo","prefsrc":"127.0.0.1"}]',
  'rcode 3',
  '198.51.100.20 / 200 146.70.1.9 ',
  '2001:db8::20 / error Network is unreachable',
  'flow udp 146.70.1.1 51820',
  'flow tcp 192.168.0.20 443',
]
const ANSWER = [
  'machine',
  '198.51.100.20 / 200 203.0.113.2',
  '2001:db8::20 / error Network is unreachable',
  'member gluetun 812',
  ...INSIDE,
  'member sonarr 0',
  'asked',
  '',
].join('\n')
const read = (stdout: string) => tunnelMembers.parse({ status: 0, stdout, stderr: '' }, host, lab)

test('what leaves a namespace, by which way and as whom, is read', () => {
  expect(read(ANSWER)).toEqual({
    machine: [
      { family: 4, address: '203.0.113.2' },
      { family: 6, error: 'Network is unreachable' },
    ],
    members: [
      {
        container: 'gluetun',
        isRunning: true,
        via4: 'tun0',
        nameServers: [{ address: '127.0.0.1', device: 'lo', hasAnswered: true }],
        egress: [
          { family: 4, address: '146.70.1.9' },
          { family: 6, error: 'Network is unreachable' },
        ],
        flows: [
          { protocol: 'udp', destination: '146.70.1.1', port: 51820, isToLan: false },
          { protocol: 'tcp', destination: '192.168.0.20', port: 443, isToLan: true },
        ],
      },
      { container: 'sonarr', isRunning: false, nameServers: [], egress: [], flows: [] },
    ],
  })
})

test('a page without an address, and a server that keeps silent, say so', () => {
  const { members } = read(ANSWER.replace('146.70.1.9', '<html>').replace('rcode 3', 'timeout'))
  expect(members[0]).toMatchObject({
    nameServers: [{ hasAnswered: false }],
    egress: [{ family: 4, error: 'status 200, and no address' }, { family: 6 }],
  })
})

test.each([
  ['asked\n', '', 'did not come to its end'],
  ['member sonarr 0\n', '', 'was not looked at'],
  ['rcode 3\n', '', 'nobody noted'],
  ['via6 none\n', '', 'has no via6'],
  ['198.51.100.20 / 200 146.70.1.9 \n', '', 'not asked for'],
])('an answer without %j is refused', (from, to, says) => {
  expect(() => read(ANSWER.replace(from, to))).toThrow(says)
})

test('the command names the members and the page, and nothing else', () => {
  const { command } = tunnelMembers
  expect(typeof command === 'function' ? command(host, lab) : command).toContain(
    'for c in gluetun sonarr; do',
  )
})
