import { expect, test } from 'vitest'
import { argocdConfig } from './argocd-config.ts'
import { ciliumConfig } from './cilium-config.ts'
import { meta } from './kubernetes/listing.ts'
import { answering } from './text/answers.ts'
import { inventory } from './text/stage.ts'

const config = (namespace: string, name: string, data: object, more: object = {}) =>
  answering({
    [`/api/v1/namespaces/${namespace}/configmaps/${name}`]: {
      kind: 'ConfigMap',
      metadata: meta(name, namespace, more),
      data,
    },
  })

test('what may hold a secret is not kept', async () => {
  const data = {
    'oidc.config': 'clientSecret: hunter2',
    'dex.config': 'hunter2',
    'admin.enabled': 'false',
    'resource.customizations.ignoreDifferences.all': 'jsonPointers: [/spec]',
    'resource.customizations.health.Job': 'return {}',
  }
  expect(await argocdConfig.read(config('argocd', 'argocd-cm', data), inventory)).toEqual({
    'admin.enabled': 'false',
    'resource.customizations.ignoreDifferences.all': 'jsonPointers: [/spec]',
  })
})

test('the last write is the newest of all', async () => {
  const writes = ['2026-01-02T00:00:00Z', '2026-03-04T00:00:00Z', '2026-02-03T00:00:00Z']
  const more = { managedFields: [{ manager: 'x' }, ...writes.map((time) => ({ time }))] }
  const found = await ciliumConfig.read(config('kube-system', 'cilium-config', {}, more), inventory)
  expect(found).toEqual({ settings: {}, changedAt: '2026-03-04T00:00:00Z' })
})

test('another object is not taken for it', async () => {
  const other = config('argocd', 'argocd-cm', {}, { name: 'other' })
  await expect(argocdConfig.read(other, inventory)).rejects.toThrow('something else')
})
