import { expect, test } from 'vitest'
import type { Inventory } from '../model/inventory.ts'
import { arpAnswers } from './arp-answers.ts'
import { host, inventory } from './text/stage.ts'

const lab = {
  ...inventory,
  hosts: [host, { ...host, name: 'router', role: 'router', address: '192.168.0.1' }],
  network: { lan: '192.168.0.0/24' },
  addressing: { bridge: 'vmbr0', devices: [], lent: { from: '192.168.0.4', to: '192.168.0.9' } },
} as unknown as Inventory
const parse = (...lines: readonly string[]) =>
  arpAnswers.parse({ status: 0, stdout: lines.join('\n'), stderr: '' }, host, lab)
const reply = (address: string, mac: string) => `Unicast reply from ${address} [${mac}]  0.532ms`

test('what is not lent is asked for', () => {
  const command = arpAnswers.command as (of: typeof host, lab: Inventory) => string
  expect(command(host, lab)).toContain('for a in 192.168.0.1 192.168.0.2 192.168.0.3; do')
})

test('two that answer for one address are both there', () => {
  expect(
    parse(
      reply('192.168.0.1', '02:42:C0:A8:00:01'),
      reply('192.168.0.3', '02:42:C0:A8:00:03'),
      reply('192.168.0.3', '02:42:C0:A8:00:99'),
      'asked',
    ),
  ).toEqual({
    items: [
      { address: '192.168.0.1', macs: ['02:42:c0:a8:00:01'] },
      { address: '192.168.0.3', macs: ['02:42:c0:a8:00:03', '02:42:c0:a8:00:99'] },
    ],
    complete: true,
  })
})

test('silence of the router too is no look at all', () => {
  expect(parse('asked')).toMatchObject({ complete: false })
  expect(() => parse('arping: socket: Operation not permitted', 'asked')).toThrow('something else')
  expect(() => parse(reply('192.168.0.1', '02:42:C0:A8:00:01'))).toThrow('to the end')
})
