import { expect, test } from 'vitest'
import { proxmoxUsers } from './proxmox-users.ts'
import { answering } from './text/answers.ts'
import { inventory } from './text/stage.ts'

const read = (users: object[], factors: object[], rights: object = { 'Sys.Audit': 1 }) =>
  proxmoxUsers.read(
    answering({
      '/api2/json/access/users?full=1': { data: users },
      '/api2/json/access/tfa': { data: factors },
      '/api2/json/access/permissions': { data: { '/access/groups': rights } },
    }),
    inventory,
  )

test('an account without the key "enable" is enabled, and one without an end never ends', async () => {
  expect(await read([{ userid: 'root@pam', expire: 0 }], [])).toEqual({
    items: [{ id: 'root@pam', isEnabled: true, secondFactors: [] }],
    complete: true,
  })
})

test('recovery keys and factors that are off are no second factor', async () => {
  const entries = [
    { type: 'recovery', id: 'recovery' },
    { type: 'webauthn', id: 'w', enable: 0 },
    { type: 'totp', id: 't' },
  ]
  const { items } = await read(
    [{ userid: 'ana@pam', enable: 1, expire: 1_800_000_000 }],
    [{ userid: 'ana@pam', entries }],
  )

  expect(items).toEqual([
    {
      id: 'ana@pam',
      isEnabled: true,
      expiresAt: '2027-01-15T08:00:00.000Z',
      secondFactors: ['totp'],
    },
  ])
})

test('a token that may not see every account cannot say that there is no other', async () => {
  expect(await read([{ userid: 'me@pve', enable: 1 }], [], { 'VM.Audit': 1 })).toMatchObject({
    complete: false,
  })
})
