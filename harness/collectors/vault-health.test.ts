import { expect, test } from 'vitest'
import { answering } from './text/answers.ts'
import { inventory } from './text/stage.ts'
import { vaultAuditDevices } from './vault-audit-devices.ts'
import { vaultHealth } from './vault-health.ts'
import { vaultKey } from './vault-key.ts'
import { vaultLogins } from './vault-logins.ts'
import { vaultPolicies } from './vault-policies.ts'
import { vaultRoles } from './vault-roles.ts'
import { vaultSecrets } from './vault-secrets.ts'

const lab = {
  ...inventory,
  vault: { login: 'kubernetes', namespace: 'vault', rotated: ['kv/a/b'] },
}
const HEALTH = '/v1/sys/health?standbyok=true&sealedcode=200&uninitcode=200'
const seal = { sealed: false, storage_type: 'raft', type: 'shamir', n: 5, t: 3 }
const health = { initialized: true, sealed: false, standby: false, version: '1.20.4' }

test('one word that it is sealed is enough', async () => {
  const read = (says: object) =>
    vaultHealth.read(
      answering({ [HEALTH]: health, '/v1/sys/seal-status': { ...seal, ...says } }),
      lab,
    )

  expect(await read({})).toMatchObject({
    isInitialised: true,
    isSealed: false,
    storageType: 'raft',
  })
  expect(await read({ sealed: true })).toMatchObject({ isSealed: true })
  await expect(read({ storage_type: undefined })).rejects.toThrow('storage_type')
})

test('ways to log in and audit devices have paths and types', async () => {
  const get = answering({
    '/v1/sys/auth': { data: { 'kubernetes/': { type: 'kubernetes' } } },
    '/v1/sys/audit': { data: { 'file/': { type: 'file', options: { file_path: '/dev/null' } } } },
    '/v1/sys/key-status': {
      data: { term: 2, install_time: '2026-01-01T00:00:00Z', encryptions: 7 },
    },
  })

  expect(await vaultLogins.read(get, lab)).toEqual([{ path: 'kubernetes/', type: 'kubernetes' }])
  expect(await vaultAuditDevices.read(get, lab)).toEqual([
    { path: 'file/', type: 'file', file: '/dev/null' },
  ])
  expect(await vaultKey.read(get, lab)).toMatchObject({ term: 2, encryptions: 7 })
  await expect(vaultLogins.read(answering({}), lab)).rejects.toThrow('403')
})

test('a role without a limit has none', async () => {
  const get = answering({
    '/v1/auth/kubernetes/role?list=true': { data: { keys: ['web'] } },
    '/v1/auth/kubernetes/role/web': {
      data: { bound_service_account_names: ['web'], bound_service_account_namespaces: ['web'] },
    },
  })

  expect(await vaultRoles.read(get, lab)).toEqual([
    {
      name: 'web',
      accounts: ['web'],
      namespaces: ['web'],
      hasSelector: false,
      policies: [],
      maxTtlSeconds: 0,
      periodSeconds: 0,
    },
  ])
})

test('policies are read rule by rule, the old way as well', async () => {
  const policy = 'path "kv/*" { capabilities = ["read", "list"] }\npath "sys/*" { policy = "sudo" }'
  const get = answering({
    '/v1/sys/policies/acl?list=true': { data: { keys: ['default', 'root', 'web'] } },
    '/v1/sys/policies/acl/default': { data: { policy: '' } },
    '/v1/sys/policies/acl/web': { data: { policy } },
  })

  expect(await vaultPolicies.read(get, lab)).toEqual([
    { name: 'default', rules: [] },
    { name: 'root', rules: [] },
    {
      name: 'web',
      rules: [
        { path: 'kv/*', capabilities: ['read', 'list'] },
        { path: 'sys/*', capabilities: ['sudo'] },
      ],
    },
  ])
})

test('a secret is known by its newest version', async () => {
  const versions = { '1': { created_time: 'then' }, '2': { created_time: 'now' } }
  const get = answering({ '/v1/kv/metadata/a/b': { data: { current_version: 2, versions } } })

  expect(await vaultSecrets.read(get, lab)).toEqual([
    { path: 'kv/a/b', version: 2, writtenAt: 'now' },
  ])
})
