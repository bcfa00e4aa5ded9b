import { expect, test } from 'vitest'
import { isInNetwork } from './networks.ts'

test.each([
  ['192.168.20.13', '192.168.20.0/24', true],
  ['192.168.21.13', '192.168.20.0/24', false],
  ['10.10.50.10', '10.10.0.0/16', true],
  ['172.31.0.1', '172.16.0.0/12', true],
  ['172.32.0.1', '172.16.0.0/12', false],
  ['fd00::13', 'fd00::/8', true],
  ['2001:db8:1::5', '2001:db8:1::/48', true],
  ['2001:db8:2::5', '2001:db8:1::/48', false],
  ['192.168.20.13', 'fd00::/8', false],
  ['forge.lab.home', '192.168.20.0/24', false],
  ['', '0.0.0.0/0', false],
])('%s in %s: %s', (address, network, isIn) => {
  expect(isInNetwork(address, network)).toBe(isIn)
})
