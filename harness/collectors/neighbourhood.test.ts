import { expect, test } from 'vitest'
import { neighbourhood } from './neighbourhood.ts'
import { read } from './text/answer.ts'

test('neighbours that answered, and own interfaces', () => {
  const neigh =
    '[{"dst":"192.168.20.13","dev":"eth0","lladdr":"9C:6B:00:52:20:13","state":["REACHABLE"]},{"dst":"192.168.20.14","dev":"eth0","state":["FAILED"]},{}]'
  const link =
    '[{"ifname":"lo","link_type":"loopback","address":"00:00:00:00:00:00"},{"ifname":"eth0","link_type":"ether","address":"A8:A1:59:3C:20:10"}]'
  expect(read(neighbourhood, `${neigh}\n${link}\n`)).toEqual({
    neighbours: [
      { address: '192.168.20.13', device: 'eth0', hardware: '9c:6b:00:52:20:13' },
      { address: '192.168.20.14', device: 'eth0' },
    ],
    own: [{ device: 'eth0', hardware: 'a8:a1:59:3c:20:10' }],
  })
})

test.each(['[]\n', 'x\n[]\n', '[]\n[]\n[]\n'])('%j is refused', (text) => {
  expect(() => read(neighbourhood, text)).toThrow()
})
