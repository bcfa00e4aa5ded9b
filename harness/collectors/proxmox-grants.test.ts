import { expect, test } from 'vitest'
import { proxmoxGrants } from './proxmox-grants.ts'
import { answering } from './text/answers.ts'
import { inventory } from './text/stage.ts'

const read = (acl: object[], access: object = { 'Sys.Audit': 1 }) =>
  proxmoxGrants.read(
    answering({
      '/api2/json/access/acl': { data: acl },
      '/api2/json/access/roles': { data: [{ roleid: 'Reader', privs: 'VM.Audit,Sys.Audit' }] },
      '/api2/json/access/users?full=1': {
        data: [{ userid: 'eva@pve', groups: 'admins,staff' }, { userid: 'tofu@pve' }],
      },
      '/api2/json/access/permissions': {
        data: { '/access': access, '/access/groups': { 'Sys.Audit': 1 } },
      },
    }),
    inventory,
  )

test('a grant to a group is held by its members', async () => {
  expect(await read([{ path: '/', type: 'group', ugid: 'admins', roleid: 'Reader' }])).toEqual({
    items: [
      {
        path: '/',
        who: 'admins',
        kind: 'group',
        holders: ['eva@pve'],
        role: 'Reader',
        privileges: ['Sys.Audit', 'VM.Audit'],
        propagates: true,
      },
    ],
    complete: true,
  })
})

test('a list that may be shortened is not the whole list', async () => {
  expect(await read([], {})).toMatchObject({ complete: false })
})

test('a role that nobody explains is not understood', async () => {
  const stray = [{ path: '/', type: 'user', ugid: 'eva@pve', roleid: 'Magic' }]
  await expect(read(stray)).rejects.toThrow('Magic')
})
