import { expect, test } from 'vitest'
import { certificateIssuers } from './certificate-issuers.ts'
import { secretEncryption } from './secret-encryption.ts'
import { answering } from './text/answers.ts'
import { inventory } from './text/stage.ts'
import { vaultCanary } from './vault-canary.ts'
import { vaultCanaryTrail } from './vault-canary-trail.ts'
import { vaultPeople } from './vault-people.ts'

const kubernetes = {
  uid: '1',
  applications: [],
  balancer: { entry: '192.0.2.9', ranges: [], taken: [] },
  routes: [],
}
const vault = {
  namespace: 'vault',
  login: 'kubernetes',
  rotated: [],
  canary: 'kv/a',
  auditLog: '{a="b"}',
}
const lab = { ...inventory, kubernetes, vault }

test('whom Vault knows, by the names at its logins', async () => {
  const get = answering({
    '/v1/identity/group/id?list=true': { data: { keys: ['g'] } },
    '/v1/identity/group/id/g': { data: { member_entity_ids: ['1'], policies: ['admin'] } },
    '/v1/identity/entity/id?list=true': { data: { keys: ['1'] } },
    '/v1/identity/entity/id/1': {
      data: {
        id: '1',
        name: 'eva',
        aliases: [{ name: 'eva@example.net' }],
        policies: null,
        disabled: false,
      },
    },
  })

  expect(await vaultPeople.read(get, lab)).toEqual([
    { name: 'eva', aliases: ['eva@example.net'], policies: ['admin'], isDisabled: false },
  ])
})

test('of the canary only the id of the request is kept', async () => {
  const get = answering({ '/v1/kv/data/a': { request_id: 'r1', data: { data: { v: 'hunter2' } } } })

  expect(await vaultCanary.read(get, lab)).toEqual({ requestId: 'r1' })
  await expect(vaultCanary.read(get, inventory)).rejects.toThrow('vault.canary')
})

test('its trail is what the audit log says of that path', async () => {
  const query = new URLSearchParams({
    query: '{a="b"} |= "kv/data/a"',
    since: '26h',
    limit: '5000',
  })
  const line = JSON.stringify({ type: 'response', request: { id: 'r1', path: 'kv/data/a' } })
  const get = answering({
    [`/loki/api/v1/query_range?${query}`]: {
      status: 'success',
      data: {
        resultType: 'streams',
        result: [{ stream: {}, values: [['1795262340000000000', line]] }],
      },
    },
  })

  expect(await vaultCanaryTrail.read(get, lab)).toEqual([
    { at: '2026-11-21T11:59:00.000Z', type: 'response', requestId: 'r1', path: 'kv/data/a' },
  ])
})

test('a transformation without a prefix is plain text', async () => {
  const sum = 'sum by (instance, transformation_type, transformer_prefix)'
  const series = 'apiserver_storage_transformation_operations_total{resource="secrets",status="OK"}'
  const metric = { instance: 'cp', transformation_type: 'to_storage' }
  const get = answering({
    [`/api/v1/query?query=${encodeURIComponent(`${sum} (${series})`)}`]: {
      status: 'success',
      data: { result: [{ metric, value: [0, '3'] }] },
    },
  })

  expect(await secretEncryption.read(get, lab)).toEqual([
    { instance: 'cp', direction: 'to_storage', prefix: '', count: 3 },
  ])
})

test('an issuer is of the kind that its spec names', async () => {
  const metadata = { name: 'lab-ca', creationTimestamp: '2026-01-01T00:00:00Z' }
  const get = answering({
    '/apis/cert-manager.io/v1/clusterissuers?limit=500': {
      kind: 'ClusterIssuerList',
      metadata: { resourceVersion: '1' },
      items: [{ metadata, spec: { vault: {} } }],
    },
  })

  expect(await certificateIssuers.read(get, lab)).toEqual({
    items: [{ name: 'lab-ca', kind: 'vault', isReady: false }],
    complete: true,
  })
})
