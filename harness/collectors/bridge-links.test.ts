import { expect, test } from 'vitest'
import { bridgeLinks } from './bridge-links.ts'
import { host, inventory } from './text/stage.ts'

const parse = (stdout: string) =>
  bridgeLinks.parse({ status: 0, stdout, stderr: '' }, host, inventory)

test('ports by bridge, and rules that hide the sender', () => {
  expect(
    parse(
      '[{"ifindex":2,"ifname":"eno1","flags":[],"master":"vmbr0","state":"forwarding"}]\n-- rules\n-A POSTROUTING -s 10.0.0.0/24 -o vmbr0 -j MASQUERADE\nlooked\n',
    ),
  ).toEqual({
    ports: [{ name: 'eno1', bridge: 'vmbr0' }],
    masquerades: ['-A POSTROUTING -s 10.0.0.0/24 -o vmbr0 -j MASQUERADE'],
  })
})

test('half an answer is none', () => {
  expect(() => parse('[]\n')).toThrow('did not come to its end')
  expect(() => parse('[{"ifname":"eno1"}]\n-- rules\nlooked\n')).toThrow('bridge of a port')
})
