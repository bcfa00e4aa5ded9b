import { expect, test } from 'vitest'
import { proxmoxTokens } from './proxmox-tokens.ts'
import { answering } from './text/answers.ts'
import { inventory } from './text/stage.ts'

const read = (users: object[], rights: object = { 'Sys.Audit': 1 }) =>
  proxmoxTokens.read(
    answering({
      '/api2/json/access/users?full=1': { data: users },
      '/api2/json/access/permissions': { data: { '/access/groups': rights } },
    }),
    inventory,
  )

test('a token without the key is separated from its user; one with 0 is all of it', async () => {
  const tokens = [{ tokenid: 'a' }, { tokenid: 'b', privsep: 0, expire: 1_800_000_000 }]
  expect(await read([{ userid: 'tofu@pve', tokens }, { userid: 'root@pam' }])).toEqual({
    items: [
      { id: 'tofu@pve!a', user: 'tofu@pve', isSeparated: true },
      {
        id: 'tofu@pve!b',
        user: 'tofu@pve',
        isSeparated: false,
        expiresAt: '2027-01-15T08:00:00.000Z',
      },
    ],
    complete: true,
  })
})

test('without the right to see accounts, some may be hidden', async () => {
  expect(await read([], {})).toMatchObject({ items: [], complete: false })
})
