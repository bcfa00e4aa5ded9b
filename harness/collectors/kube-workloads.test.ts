import { expect, test } from 'vitest'
import { kubeWorkloads } from './kube-workloads.ts'
import { listing, meta } from './kubernetes/listing.ts'
import { inventory } from './text/stage.ts'

const APPS = '/apis/apps/v1'
const spec = {
  selector: { matchLabels: { app: 'web' } },
  template: {
    metadata: { labels: { app: 'web' } },
    spec: { containers: [{ name: 'web', image: 'web:1' }] },
  },
}
const read = (kind: string, item: object) =>
  kubeWorkloads.read(
    listing({
      [`${APPS}/deployments`]: ['DeploymentList', ...(kind === 'Deployment' ? [item] : [])],
      [`${APPS}/statefulsets`]: ['StatefulSetList', ...(kind === 'StatefulSet' ? [item] : [])],
      [`${APPS}/daemonsets`]: ['DaemonSetList', ...(kind === 'DaemonSet' ? [item] : [])],
    }),
    inventory,
  )

test('a deployment without a status has nothing that runs', async () => {
  const { items } = await read('Deployment', { metadata: meta('web', 'shop'), spec })
  expect(items).toMatchObject([
    {
      kind: 'Deployment',
      desired: 1,
      ready: 0,
      available: 0,
      isObserved: false,
      strategy: 'RollingUpdate',
      historyLimit: 10,
      podLabels: { app: 'web' },
    },
  ])
})

test('numbers of an older declaration are told from those of the newest', async () => {
  const status = { observedGeneration: 2, readyReplicas: 1, availableReplicas: 1 }
  const { items } = await read('Deployment', {
    metadata: meta('web', 'shop', { annotations: { 'argocd.argoproj.io/tracking-id': 'shop:x' } }),
    spec: { ...spec, replicas: 0, revisionHistoryLimit: 0, strategy: { type: 'Recreate' } },
    status,
  })
  expect(items).toMatchObject([
    { isObserved: false, desired: 0, historyLimit: 0, strategy: 'Recreate', trackingId: 'shop:x' },
  ])
})

test('a DaemonSet is meant to be where its controller says', async () => {
  const status = { observedGeneration: 3, desiredNumberScheduled: 2, numberReady: 1 }
  const { items } = await read('DaemonSet', {
    metadata: meta('agent', 'kube-system'),
    spec,
    status,
  })
  expect(items).toMatchObject([{ desired: 2, ready: 1, available: 0, isObserved: true }])
  await expect(read('DaemonSet', { metadata: meta('agent', 'a'), spec })).rejects.toThrow(
    'desiredNumberScheduled',
  )
})

test('claims of a StatefulSet are named', async () => {
  const { items } = await read('StatefulSet', {
    metadata: meta('db', 'shop'),
    spec: { ...spec, volumeClaimTemplates: [{ metadata: { name: 'data' } }] },
  })
  expect(items).toMatchObject([{ kind: 'StatefulSet', claims: ['data'] }])
})
