import { expect, test } from 'vitest'
import { networkLinks } from './network-links.ts'
import { host, inventory } from './text/stage.ts'

const parse = (stdout: string) =>
  networkLinks.parse({ status: 0, stdout, stderr: '' }, host, inventory)

test('a card with a link has a speed, one without has none', () => {
  expect(
    parse('eno1 1 1000 full 10 20 1 0\neno2 - - - 0 0 0 0\neno3 0 -1 unknown 0 0 0 0\n'),
  ).toEqual([
    {
      name: 'eno1',
      isUp: true,
      bitsPerSecond: 1e9,
      isFullDuplex: true,
      packets: 30,
      errors: 1,
    },
    { name: 'eno2', isUp: false, isFullDuplex: false, packets: 0, errors: 0 },
    { name: 'eno3', isUp: false, isFullDuplex: false, packets: 0, errors: 0 },
  ])
})

test.each(['', 'eno1 1 1000\n', 'eno1 1 fast full 1 1 0 0\n'])('"%s" is not understood', (text) => {
  expect(() => parse(text)).toThrow()
})
