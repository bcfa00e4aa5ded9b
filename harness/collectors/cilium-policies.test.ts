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
      egress: [{ isForAll: true, entities: [], networks: [], pods: [], names: [], ports: [] }],
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
        ingress: [{ isForAll: false, entities: ['all'], networks: ['10.0.0.0/8'], ports: ['53'] }],
        denies: { ingress: false },
      },
    ],
    conditions: [{ type: 'Valid', status: 'False' }],
  })
})

test('a rule says whom and which ports it means, and one of ports alone means everybody', async () => {
  const found = await read({
    spec: {
      endpointSelector: {},
      ingress: [
        { fromEndpoints: [{ matchLabels: { 'k8s:app': 'web' } }] },
        { toPorts: [{ ports: [{ port: '1', endPort: 65535 }] }] },
      ],
      egress: [{ toFQDNs: [{ matchPattern: '*' }] }],
    },
  })
  expect(found).toMatchObject({
    rules: [
      {
        ingress: [
          { isForAll: false, pods: [{ labels: { app: 'web' }, terms: [] }] },
          { isForAll: true, ports: ['1-65535'] },
        ],
        egress: [{ isForAll: false, names: ['*'] }],
      },
    ],
  })
})

test('an endpoint in audit mode enforces nothing, whatever else is said of it', async () => {
  const ingress = { enforcing: true, state: '<status non-enforcing>' }
  const item = { metadata: meta('web-0', 'shop'), status: { policy: { ingress } } }
  const { items } = await ciliumEndpoints.read(
    listing({ [`${AT}/ciliumendpoints`]: ['CiliumEndpointList', item] }),
    inventory,
  )
  expect(items).toMatchObject([{ enforces: { ingress: false, egress: false } }])
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
