import { expect, test } from 'vitest'
import { containerInterfaces } from './container-interfaces.ts'
import { answering } from './text/answers.ts'
import { inventory } from './text/stage.ts'

const read = (...rows: readonly object[]) =>
  containerInterfaces.read(
    answering({
      '/api2/json/cluster/resources?type=vm': {
        data: [{ vmid: 111, type: 'lxc', node: 'pve', status: 'running' }],
      },
      '/api2/json/access/permissions': {
        data: { '/': { 'VM.Audit': 1 }, '/vms': { 'VM.Audit': 1 } },
      },
      '/api2/json/nodes/pve/lxc/111/interfaces': { data: rows },
    }),
    inventory,
  )

const eth0 = {
  name: 'eth0',
  'hardware-address': 'BC:24:11:5E:00:6F',
  hwaddr: 'BC:24:11:5E:00:6F',
  inet: '192.168.0.12/24',
  'ip-addresses': [
    { 'ip-address': '192.168.0.11', 'ip-address-type': 'inet', prefix: 24 },
    { 'ip-address': '192.168.0.12', 'ip-address-type': 'inet', prefix: 24 },
  ],
}
const lo = { name: 'lo', 'hardware-address': '00:00:00:00:00:00', 'ip-addresses': [] }

test('every address counts, not the last one alone', async () => {
  const { items, complete } = await read(lo, eth0)
  expect(complete).toBe(true)
  expect(items[0]?.interfaces).toEqual([
    {
      name: 'eth0',
      mac: 'bc:24:11:5e:00:6f',
      addresses: [
        { address: '192.168.0.11', prefixLength: 24 },
        { address: '192.168.0.12', prefixLength: 24 },
      ],
    },
  ])
})

test('an empty list is no answer, and another form neither', async () => {
  expect(await read()).toMatchObject({ items: [], complete: false })
  expect(await read({ ...eth0, 'ip-addresses': undefined })).toMatchObject({ complete: false })
})
