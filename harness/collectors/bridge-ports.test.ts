import { expect, test } from 'vitest'
import { bridgePorts } from './bridge-ports.ts'
import { read } from './text/answer.ts'

test('a port has its VLANs, ranges spread out', () => {
  const said = JSON.stringify([
    {
      ifname: 'eno1',
      vlans: [
        { vlan: 1, flags: ['PVID', 'Egress Untagged'] },
        { vlan: 20, vlanEnd: 22 },
      ],
    },
    { ifname: 'veth101i0', vlans: [{ vlan: 20, flags: ['PVID', 'Egress Untagged'] }] },
  ])
  expect(read(bridgePorts, said)).toEqual([
    { device: 'eno1', vlans: [1, 20, 21, 22], pvid: 1, untagged: [1] },
    { device: 'veth101i0', vlans: [20], pvid: 20, untagged: [20] },
  ])
})

test('another form is not understood', () => {
  expect(() => read(bridgePorts, '[{"ifname":"eno1"}]')).toThrow()
})
