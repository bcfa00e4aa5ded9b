import { expect, test } from 'vitest'
import { kubeEndpoints } from './kube-endpoints.ts'
import { kubeServices } from './kube-services.ts'
import { listing, meta } from './kubernetes/listing.ts'
import { loadBalancers } from './load-balancers.ts'
import { inventory } from './text/stage.ts'

const canary = { metadata: meta('kubernetes', 'default'), spec: { type: 'ClusterIP' } }
const get = (...services: readonly object[]) =>
  listing({ '/api/v1/services': ['ServiceList', canary, ...services] })
const entry = {
  metadata: meta('entry', 'ingress'),
  spec: {
    type: 'LoadBalancer',
    ports: [{ port: 443, nodePort: 30443 }],
    externalIPs: ['10.0.0.9'],
  },
  status: { loadBalancer: { ingress: [{ ip: '10.0.0.1' }, { hostname: 'entry.test' }] } },
}

test('ways in from outside are seen: types, ports of nodes, external addresses', async () => {
  const { items, complete } = await kubeServices.read(get(entry), inventory)
  expect(complete).toBe(true)
  expect(items[1]).toMatchObject({
    type: 'LoadBalancer',
    externalIps: ['10.0.0.9'],
    ports: [{ port: 443, nodePort: 30443 }],
    selector: {},
    publishesNotReady: false,
  })
})

test('only load balancers have addresses, and one may wait for its own', async () => {
  const waiting = { ...entry, metadata: meta('second', 'ingress'), status: { loadBalancer: {} } }
  const { items } = await loadBalancers.read(get(entry, waiting), inventory)
  expect(items).toMatchObject([{ addresses: ['10.0.0.1', 'entry.test'] }, { addresses: [] }])
})

test('a list without the service of the API server is of another cluster', async () => {
  const other = listing({ '/api/v1/services': ['ServiceList', entry] })
  expect(await kubeServices.read(other, inventory)).toMatchObject({ complete: false })
  expect(await loadBalancers.read(other, inventory)).toMatchObject({ complete: false })
})

test('an endpoint is ready unless it says no, and a slice may have none', async () => {
  const slice = (name: string, endpoints: unknown) => ({
    metadata: meta(name, 'default', { labels: { 'kubernetes.io/service-name': name } }),
    endpoints,
  })
  const { items } = await kubeEndpoints.read(
    listing({
      '/apis/discovery.k8s.io/v1/endpointslices': [
        'EndpointSliceList',
        slice('kubernetes', null),
        slice('web', [
          { addresses: ['10.1.0.1'] },
          {
            addresses: ['10.1.0.2'],
            conditions: { ready: false },
            targetRef: { kind: 'Pod', name: 'w' },
          },
        ]),
      ],
    }),
    inventory,
  )
  expect(items).toMatchObject([
    { service: 'kubernetes', endpoints: [] },
    { endpoints: [{ isReady: true }, { isReady: false, target: 'Pod/w' }] },
  ])
})
