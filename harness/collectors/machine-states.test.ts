import { expect, test } from 'vitest'
import { machineStates } from './machine-states.ts'
import { answering } from './text/answers.ts'
import { inventory } from './text/stage.ts'

const lab = { ...inventory, placement: { stacks: [] } }
const AT = '/api2/json/nodes/pve/qemu/120'
const ANSWERS = {
  '/api2/json/cluster/resources?type=vm': {
    data: [
      { vmid: 120, name: 'vm-infra', type: 'qemu', node: 'pve', status: 'running' },
      { vmid: 111, name: 'dns', type: 'lxc', node: 'pve', status: 'running' },
    ],
  },
  '/api2/json/access/permissions': { data: { '/': { 'VM.Audit': 1 }, '/vms': { 'VM.Audit': 1 } } },
  [`${AT}/status/current`]: {
    data: { status: 'running', qmpstatus: 'running', cpus: 2, maxmem: 4294967296 },
  },
  [`${AT}/agent/network-get-interfaces`]: {
    data: {
      result: [
        { name: 'lo', 'hardware-address': '00:00:00:00:00:00' },
        {
          name: 'ens18',
          'hardware-address': 'BC:24:11:5E:00:78',
          'ip-addresses': [{ 'ip-address': '192.168.0.20', prefix: 24 }],
        },
        { name: 'sit0' },
      ],
    },
  },
}

test('a machine is read from its process and from inside', async () => {
  expect(await machineStates.read(answering(ANSWERS), lab)).toEqual({
    items: [
      {
        vmid: 120,
        status: 'running',
        qemuStatus: 'running',
        processors: 2,
        maxMemoryBytes: 4294967296,
        interfaces: [
          {
            name: 'ens18',
            mac: 'bc:24:11:5e:00:78',
            addresses: [{ address: '192.168.0.20', prefixLength: 24 }],
          },
          { name: 'sit0', mac: '', addresses: [] },
        ],
      },
    ],
    complete: true,
  })
})

test('a machine whose agent keeps silent makes the census incomplete', async () => {
  const { [`${AT}/agent/network-get-interfaces`]: _, ...silent } = ANSWERS
  expect(await machineStates.read(answering(silent), lab)).toMatchObject({
    items: [],
    complete: false,
  })
})
