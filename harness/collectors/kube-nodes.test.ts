import { expect, test } from 'vitest'
import { kubeLeases } from './kube-leases.ts'
import { kubeNodes } from './kube-nodes.ts'
import { listing, meta } from './kubernetes/listing.ts'
import { inventory } from './text/stage.ts'

const status = {
  capacity: { cpu: '4', memory: '8135840Ki', pods: '110' },
  allocatable: { cpu: '3950m', memory: '7401837Ki', pods: '110' },
  nodeInfo: {
    osImage: 'Talos (v1.11.5)',
    systemUUID: '4c4c4544-0000-4000-8000-000000000101',
    kubeletVersion: 'v1.34.2',
    containerRuntimeVersion: 'containerd://2.1.5',
  },
}
const read = (node: object) =>
  kubeNodes.read(listing({ '/api/v1/nodes': ['NodeList', node] }), inventory)

test('what a node leaves out is empty, and room is counted in cores and bytes', async () => {
  const labels = { 'node-role.kubernetes.io/control-plane': '' }
  const { items } = await read({ metadata: meta('cp', undefined, { labels }), spec: {}, status })
  expect(items).toMatchObject([
    {
      isControlPlane: true,
      isUnschedulable: false,
      taints: [],
      conditions: [],
      podNetworks: [],
      capacity: { cores: 4, memoryBytes: 8135840 * 1024, pods: 110 },
      allocatable: { pods: 110 },
    },
  ])
})

test('a node that does not tell its room is not understood', async () => {
  const half = { ...status, capacity: { cpu: '4', pods: '110' } }
  await expect(read({ metadata: meta('w'), spec: {}, status: half })).rejects.toThrow('memory')
})

test('leases of leaders and kubelets are one list; one without a renewal is no sign of life', async () => {
  const at = (namespace: string) => `/apis/coordination.k8s.io/v1/namespaces/${namespace}/leases`
  const lease = (name: string, namespace: string, spec: object) => ({
    metadata: meta(name, namespace),
    spec,
  })
  const both = (spec: object) =>
    kubeLeases.read(
      listing({
        [at('kube-system')]: ['LeaseList', lease('kube-controller-manager', 'kube-system', spec)],
        [at('kube-node-lease')]: ['LeaseList', lease('w', 'kube-node-lease', spec)],
      }),
      inventory,
    )
  expect(
    await both({ holderIdentity: 'x', renewTime: '2026-01-02T03:04:05.000000Z' }),
  ).toMatchObject({
    complete: true,
    items: [{ holder: 'x' }, { namespace: 'kube-node-lease', name: 'w' }],
  })
  await expect(both({ holderIdentity: 'x' })).rejects.toThrow('renewTime')
})
