import { expect, test } from 'vitest'
import { proxmoxExtras } from './proxmox-extras.ts'
import { inventory } from './text/stage.ts'

const lab = { ...inventory, pve: { node: 'pve' }, machines: [{ host: 'a', machineId: 'b' }] }
const RIGHTS = { '/sdn': { 'SDN.Audit': 1 } }
const answers = (path: string, rights: object) => {
  if (path.includes('permissions')) return rights
  return path.includes('sdn') ? [{ zone: 'z' }] : []
}
const asked = (status: number, text: string, rights: object = RIGHTS) =>
  Object.assign(async (path: string) => ({ data: answers(path, rights) }), {
    raw: async () => ({ status, contentType: 'application/json', text }),
  })

test.each([
  [500, '{"message":"binary not installed: /usr/bin/ceph-mon\\n"}', 'absent'],
  [500, '{"message":"pveceph configuration not initialized\\n"}', 'unset'],
  [500, '{"message":"rados_connect failed\\n"}', 'present'],
  [200, '{"data":{}}', 'present'],
])('a status of Ceph of %i %s means %s', async (status, text, ceph) => {
  expect(await proxmoxExtras.read(asked(status, text), lab)).toEqual({
    replications: [],
    zones: ['z'],
    ceph,
  })
})

test('any other answer says nothing', async () => {
  await expect(proxmoxExtras.read(asked(403, '{"message":"no"}'), lab)).rejects.toThrow()
})

test('a token that may not see zones cannot say that there are none', async () => {
  await expect(proxmoxExtras.read(asked(200, '{}', {}), lab)).rejects.toThrow('SDN.Audit')
})
