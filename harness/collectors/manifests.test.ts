import { expect, test } from 'vitest'
import type { Documents } from '../model/collector.ts'
import { manifests } from './manifests.ts'
import { inventory } from './text/stage.ts'

const tracked = (files: Readonly<Record<string, string>>): Documents => ({
  list: async () => Object.keys(files),
  read: async (path) => files[path] ?? '',
})
const read = (files: Readonly<Record<string, string>>) => manifests.read(tracked(files), inventory)

test('every object of every file is found, and none of its contents', async () => {
  const found = await read({
    'README.md': '',
    'kubernetes/apps/shop/all.yaml': [
      'apiVersion: v1\nkind: Secret\nmetadata: { name: a, namespace: shop }\nstringData: { k: hunter2 }',
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: b, annotations: { argocd.argoproj.io/sync-wave: "-1" } }',
      '',
    ].join('\n---\n'),
    'kubernetes/apps/shop/values.yaml': 'password: hunter2',
  })
  expect(found.objects).toMatchObject([
    { apiVersion: 'v1', kind: 'Secret', name: 'a', namespace: 'shop', wave: 0 },
    { apiVersion: 'apps/v1', kind: 'Deployment', name: 'b', wave: -1 },
  ])
  expect(found.paths).toHaveLength(2)
  expect(JSON.stringify(found)).not.toContain('hunter2')
})

test('a chart without a version has none', async () => {
  const { kustomizations } = await read({
    'kubernetes/a/kustomization.yaml':
      'resources: [../b, x.yaml]\nhelmCharts: [{ name: c, version: 1.2.3 }, { name: d }]',
  })
  expect(kustomizations).toEqual([
    {
      folder: 'kubernetes/a',
      resources: ['../b', 'x.yaml'],
      charts: [
        { name: 'c', version: '1.2.3' },
        { name: 'd', version: '' },
      ],
      isComponent: false,
    },
  ])
})

test('what is no manifest is not passed over', async () => {
  await expect(read({ 'kubernetes/a.yaml': 'kind: Pod' })).rejects.toThrow('metadata')
  await expect(read({ 'kubernetes/a.yaml': ': :' })).rejects.toThrow('kubernetes/a.yaml')
  await expect(read({ 'README.md': '' })).rejects.toThrow('nothing is tracked')
})
