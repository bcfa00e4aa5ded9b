import { expect, test } from 'vitest'
import { ciliumEndpoints } from './cilium-endpoints.ts'
import { ciliumPolicies } from './cilium-policies.ts'
import { listing, meta } from './kubernetes/listing.ts'
import { inventory } from './text/stage.ts'

const AT = '/apis/cilium.io/v2'
const read = async (policy: object) =>
  (
    await ciliumPolicies.read(
      listing({
        [`${AT}/ciliumnetworkpolicies`]: [
          'CiliumNetworkPolicyList',
          { metadata: meta('p', 'shop'), ...policy },
        ],
        [`${AT}/ciliumclusterwidenetworkpolicies`]: ['CiliumClusterwideNetworkPolicyList'],
      }),
      inventory,
    )
  ).items[0]

test('spec and specs are both rules of one policy', async () => {
  const found = await read({
    spec: { endpointSelector: {}, ingress: [] },
    specs: [{ endpointSelector: { matchLabels: { 'k8s:app': 'web' } }, egress: [{}] }],
  })
  expect(found?.rules).toEqual([
    { endpoints: { labels: {}, terms: [] }, ingress: [], denies: {} },
    {
      endpoints: { labels: { app: 'web' }, terms: [] },
      egress: [{ isEmpty: true, entities: [], networks: [], ports: [] }],
      denies: {},
    },
  ])
})

test('a policy that denies nothing says so', async () => {
  const found = await read({
    spec: {
      endpointSelector: {},
      ingress: [
        {
          fromEntities: ['all'],
          fromCIDRSet: [{ cidr: '10.0.0.0/8' }],
          toPorts: [{ ports: [{ port: '53', protocol: 'UDP' }] }],
        },
      ],
      enableDefaultDeny: { ingress: false },
    },
    status: { conditions: [{ type: 'Valid', status: 'False', message: 'no' }] },
  })
  expect(found).toMatchObject({
    rules: [
      {
        ingress: [{ isEmpty: false, entities: ['all'], networks: ['10.0.0.0/8'], ports: ['53'] }],
        denies: { ingress: false },
      },
    ],
    conditions: [{ type: 'Valid', status: 'False' }],
  })
})

test('an endpoint enforces what its agent says, and nothing that it does not say', async () => {
  const { items } = await ciliumEndpoints.read(
    listing({
      [`${AT}/ciliumendpoints`]: [
        'CiliumEndpointList',
        {
          metadata: meta('web-0', 'shop'),
          status: {
            state: 'ready',
            networking: { addressing: [{ ipv4: '10.244.1.7' }] },
            policy: { ingress: { enforcing: true, state: '<status disabled>' }, egress: {} },
          },
        },
        { metadata: meta('web-1', 'shop') },
      ],
    }),
    inventory,
  )
  expect(items).toMatchObject([
    { state: 'ready', addresses: ['10.244.1.7'], enforces: { ingress: true, egress: false } },
    { state: '', addresses: [], enforces: { ingress: false, egress: false } },
  ])
})
