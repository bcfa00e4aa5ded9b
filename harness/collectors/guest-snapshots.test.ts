import { expect, test } from 'vitest'
import type { Inventory } from '../model/inventory.ts'
import { guestSnapshots } from './guest-snapshots.ts'
import { answering } from './text/answers.ts'
import { inventory } from './text/stage.ts'

const API = '/api2/json'
const lab = { ...inventory, backup: {} } as unknown as Inventory
const guest = { vmid: 101, type: 'lxc', node: 'pve', status: 'running', name: 'web' }
const answers = {
  [`${API}/cluster/resources?type=vm`]: { data: [guest] },
  [`${API}/access/permissions`]: { data: { '/': { 'VM.Audit': 1 }, '/vms': { 'VM.Audit': 1 } } },
}
const path = `${API}/nodes/pve/lxc/101/snapshot`

test('the state of now is no snapshot', async () => {
  const data = [
    { name: 'before', snaptime: 1764300000 },
    { name: 'current', digest: 'x' },
  ]
  expect(await guestSnapshots.read(answering({ ...answers, [path]: { data } }), lab)).toEqual({
    items: [{ vmid: 101, name: 'before', at: new Date(1764300000 * 1000).toISOString() }],
    complete: true,
  })
})

test('a guest that may not be asked leaves nothing to say', async () => {
  await expect(guestSnapshots.read(answering(answers), lab)).rejects.toThrow()
})
