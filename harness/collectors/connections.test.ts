import { expect, test } from 'vitest'
import { connections } from './connections.ts'
import { read } from './text/answer.ts'

test('connections of several looks, each once, IPv4 as such', () => {
  const one = 'tcp   0      0      192.168.20.10:51822      192.168.20.21:2222\n'
  const six = 'tcp 0 0 [::ffff:192.168.20.10]:22 [::ffff:192.168.20.60]:40122\n'
  const link = 'udp 0 0 [fe80::1%eth0]:546 [fe80::2]:547\n'
  expect(read(connections, `${one}${one}${six}${link}looked\n`)).toEqual([
    {
      protocol: 'tcp',
      local: '192.168.20.10',
      localPort: 51_822,
      peer: '192.168.20.21',
      peerPort: 2222,
    },
    {
      protocol: 'tcp',
      local: '192.168.20.10',
      localPort: 22,
      peer: '192.168.20.60',
      peerPort: 40_122,
    },
    { protocol: 'udp', local: 'fe80::1', localPort: 546, peer: 'fe80::2', peerPort: 547 },
  ])
})

test('nobody is connected', () => {
  expect(read(connections, 'looked\n')).toEqual([])
})

test.each(['tcp 0 0 a:1 b:2\n', 'sctp 0 0 a:1 b:2\nlooked\n', 'tcp 0 0 a b\nlooked\n'])(
  '%j is refused',
  (text) => {
    expect(() => read(connections, text)).toThrow()
  },
)
