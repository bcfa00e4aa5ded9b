import { expect, test } from 'vitest'
import { argocdApplications } from './argocd-applications.ts'
import { argocdReconciliations } from './argocd-reconciliations.ts'
import { listing, meta } from './kubernetes/listing.ts'
import { inventory } from './text/stage.ts'

const get = (app: object) =>
  listing({
    '/apis/argoproj.io/v1alpha1/applications': [
      'ApplicationList',
      { metadata: meta('shop', 'argocd'), ...app },
    ],
  })
const read = async (app: object) => (await argocdApplications.read(get(app), inventory)).items[0]
const source = { repoURL: 'https://ana:hunter2@git.example.net/lab.git', path: 'apps/shop' }

test('an application that was never found has no status of its own', async () => {
  const found = await read({ spec: { project: 'default', source } })

  expect(found).toMatchObject({
    sync: '',
    health: '',
    revisions: [],
    resources: [],
    historyLimit: 10,
  })
  expect(found).not.toHaveProperty('automated')
  expect(JSON.stringify(found)).not.toContain('hunter2')
  expect(found?.sources).toEqual([
    { repo: 'https://***@git.example.net/lab.git', revision: 'HEAD', path: 'apps/shop' },
  ])
})

test.each([
  [{}, { isOn: true, prunes: false, heals: false }],
  [
    { enabled: false, prune: true },
    { isOn: false, prunes: true, heals: false },
  ],
  [
    { selfHeal: true, prune: true },
    { isOn: true, prunes: true, heals: true },
  ],
])('automated %j', async (automated, means) => {
  const found = await read({ spec: { project: 'default', source, syncPolicy: { automated } } })
  expect(found?.automated).toEqual(means)
})

test('several sources have several revisions', async () => {
  const found = await read({
    spec: {
      project: 'p',
      sources: [source, { repoURL: 'oci://x', chart: 'c', targetRevision: '1' }],
    },
    status: {
      sync: { status: 'Synced', revisions: ['a1', '1'] },
      health: { status: 'Healthy' },
      resources: [{ kind: 'Service', name: 'web', namespace: 'shop', syncWave: 2 }],
      history: [{ revisions: ['a1', '1'], deployedAt: '2026-01-02T03:04:05Z' }],
    },
  })
  expect(found).toMatchObject({
    sources: [{ path: 'apps/shop' }, { chart: 'c', revision: '1' }],
    sync: 'Synced',
    revisions: ['a1', '1'],
    resources: [{ group: '', kind: 'Service', wave: 2 }],
    history: [{ revisions: ['a1', '1'] }],
  })
})

test('when it was compared is told apart from what was found', async () => {
  const { items } = await argocdReconciliations.read(
    get({
      spec: {},
      status: {
        reconciledAt: '2026-01-02T03:04:05Z',
        conditions: [
          { type: 'ComparisonError', message: 'no' },
          { type: 'OrphanedResourceWarning', message: 'x' },
        ],
      },
    }),
    inventory,
  )
  expect(items).toEqual([
    { application: 'shop', at: '2026-01-02T03:04:05Z', errors: ['ComparisonError'] },
  ])
})
