import { expect, test } from 'vitest'
import { listing, meta } from './kubernetes/listing.ts'
import { networkPolicies } from './network-policies.ts'
import { inventory } from './text/stage.ts'

const read = async (spec: object) =>
  (
    await networkPolicies.read(
      listing({
        '/apis/networking.k8s.io/v1/networkpolicies': [
          'NetworkPolicyList',
          { metadata: meta('p', 'shop'), spec },
        ],
      }),
      inventory,
    )
  ).items[0]

test('a policy without a rule denies, one with an empty rule allows everything', async () => {
  expect(await read({ podSelector: {}, policyTypes: ['Ingress'] })).toMatchObject({
    pods: { labels: {}, terms: [] },
    covers: ['Ingress'],
    ingress: [],
  })
  expect(await read({ podSelector: {}, policyTypes: ['Ingress'], ingress: [{}] })).toMatchObject({
    ingress: [{ peers: [], ports: [] }],
  })
})

test('peers and ports are read in all their forms', async () => {
  const found = await read({
    podSelector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['web'] }] },
    policyTypes: ['Egress'],
    egress: [
      {
        to: [
          { namespaceSelector: {}, podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } } },
          { ipBlock: { cidr: '0.0.0.0/0' } },
        ],
        ports: [{ protocol: 'UDP', port: 53 }, { port: 'http' }],
      },
    ],
  })
  expect(found).toMatchObject({
    pods: { terms: [{ key: 'app', operator: 'In', values: ['web'] }] },
    egress: [
      {
        peers: [
          { namespaces: { labels: {}, terms: [] }, pods: { labels: { 'k8s-app': 'kube-dns' } } },
          { network: '0.0.0.0/0' },
        ],
        ports: [
          { protocol: 'UDP', port: '53' },
          { protocol: 'TCP', port: 'http' },
        ],
      },
    ],
  })
})
