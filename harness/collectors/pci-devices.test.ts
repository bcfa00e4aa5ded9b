import { expect, test } from 'vitest'
import { pciDevices } from './pci-devices.ts'
import { pciMappings } from './pci-mappings.ts'
import { answering } from './text/answers.ts'
import { host, inventory } from './text/stage.ts'

const read = (stdout: string) =>
  pciDevices.parse({ status: 0, stdout, stderr: '' }, host, inventory)

test('reads functions with and without driver and group', () => {
  const stdout = `0000:00:00.0 vendor=0x8086 class=0x060000 driver= group= of=
0000:01:00.0 vendor=0x10de class=0x030000 driver=vfio-pci group=14 of=
0000:01:00.4 vendor=0x10de class=0x030200 driver=nvidia group=14 of=0000:01:00.0
`

  expect(read(stdout)).toEqual([
    { address: '0000:00:00.0', vendor: '8086', class: '060000', isVirtualFunction: false },
    {
      address: '0000:01:00.0',
      vendor: '10de',
      class: '030000',
      driver: 'vfio-pci',
      iommuGroup: 14,
      isVirtualFunction: false,
    },
    {
      address: '0000:01:00.4',
      vendor: '10de',
      class: '030200',
      driver: 'nvidia',
      iommuGroup: 14,
      isVirtualFunction: true,
    },
  ])
})

test('refuses what it does not understand', () => {
  expect(() => read('')).toThrow('no PCI device')
  expect(() => read('* vendor= class= driver= group= of=')).toThrow('another form')
})

test('a mapping says which device it means on which node', async () => {
  const mapping = { id: 'gpu', map: ['node=pve,path=01:00.0;0000:01:00.1,id=10de:2484'] }
  const get = answering({ '/api2/json/cluster/mapping/pci': { data: [mapping] } })

  expect(await pciMappings.read(get, inventory)).toEqual([
    { id: 'gpu', devices: [{ node: 'pve', addresses: ['0000:01:00.0', '0000:01:00.1'] }] },
  ])
})
