import { expect, test } from 'vitest'
import { answering } from './text/answers.ts'
import { inventory } from './text/stage.ts'
import { vaultRoles } from './vault-roles.ts'

const AT = '/v1/auth/kubernetes/role'
const lab = { ...inventory, vault: { login: 'kubernetes' } } as never
const read = (role: object) =>
  vaultRoles.read(
    answering({ [`${AT}?list=true`]: { data: { keys: ['web'] } }, [`${AT}/web`]: { data: role } }),
    lab,
  )

test('a role says who may use it, and for how long', async () => {
  const role = { bound_service_account_names: ['web'], token_policies: ['web'], token_max_ttl: 60 }
  expect(await read({ ...role, token_period: 30 })).toMatchObject([
    { name: 'web', accounts: ['web'], policies: ['web'], maxTtlSeconds: 60, periodSeconds: 30 },
  ])
})

test('words of a role that was written long ago still count', async () => {
  expect(await read({ policies: ['root'], period: 30 })).toMatchObject([
    { policies: ['root'], periodSeconds: 30 },
  ])
})
