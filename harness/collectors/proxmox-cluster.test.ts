import { expect, test } from 'vitest'
import { proxmoxCluster } from './proxmox-cluster.ts'
import { proxmoxNetworks } from './proxmox-networks.ts'
import { proxmoxReplications } from './proxmox-replications.ts'
import { answering } from './text/answers.ts'
import { inventory } from './text/stage.ts'

const node = { node: 'pve', status: 'online' }

test('a machine on its own has no cluster', async () => {
  const alone = { type: 'node', name: 'pve', online: 1 }
  const get = (data: object[]) => answering({ '/api2/json/cluster/status': { data } })

  expect(await proxmoxCluster.read(get([alone]), inventory)).toEqual({
    members: [{ name: 'pve', isOnline: true }],
  })
  const cluster = { type: 'cluster', name: 'home', quorate: 0 }
  expect(await proxmoxCluster.read(get([cluster, alone]), inventory)).toMatchObject({
    cluster: { name: 'home', isQuorate: false },
  })
})

test('a bridge without the key is not aware of VLANs', async () => {
  const data = [
    { iface: 'vmbr0', type: 'bridge', active: 1, bridge_vlan_aware: 1, bridge_ports: 'eno1 eno2' },
    { iface: 'vmbr1', type: 'bridge', bridge_ports: '' },
  ]
  const get = answering({
    '/api2/json/nodes': { data: [node] },
    '/api2/json/nodes/pve/network': { data },
  })

  expect(await proxmoxNetworks.read(get, inventory)).toEqual([
    {
      node: 'pve',
      name: 'vmbr0',
      type: 'bridge',
      isActive: true,
      isVlanAware: true,
      ports: ['eno1', 'eno2'],
    },
    {
      node: 'pve',
      name: 'vmbr1',
      type: 'bridge',
      isActive: false,
      isVlanAware: false,
      ports: [],
    },
  ])
})

test('a replication that never ran has no last time', async () => {
  const get = answering({
    '/api2/json/nodes': { data: [node] },
    '/api2/json/nodes/pve/replication': {
      data: [{ id: '101-0', fail_count: 2, last_sync: 0, next_sync: 1_800_000_000, error: 'no' }],
    },
  })

  expect(await proxmoxReplications.read(get, inventory)).toEqual([
    {
      id: '101-0',
      node: 'pve',
      failures: 2,
      nextSyncAt: '2027-01-15T08:00:00.000Z',
      error: 'no',
    },
  ])
})
