import { expect, test } from 'vitest'
import { listing, meta } from './kubernetes/listing.ts'
import { metallbAdvertisements } from './metallb-advertisements.ts'
import { metallbAnnouncers } from './metallb-announcers.ts'
import { metallbPools } from './metallb-pools.ts'
import { inventory } from './text/stage.ts'

const AT = '/apis/metallb.io/v1beta1'
const own = (name: string) => meta(name, 'metallb-system')

test('a pool assigns its addresses unless it says no, and counts them where it can', async () => {
  const { items } = await metallbPools.read(
    listing({
      [`${AT}/ipaddresspools`]: [
        'IPAddressPoolList',
        { metadata: own('a'), spec: { addresses: ['10.0.0.0/28'] }, status: { availableIPv4: 3 } },
        { metadata: own('b'), spec: { addresses: ['10.0.1.1-10.0.1.9'], autoAssign: false } },
      ],
    }),
    inventory,
  )
  expect(items).toMatchObject([
    { assignsItself: true, available: 3 },
    { assignsItself: false, addresses: ['10.0.1.1-10.0.1.9'] },
  ])
})

test('an advertisement without a word is about every pool', async () => {
  const { items } = await metallbAdvertisements.read(
    listing({
      [`${AT}/l2advertisements`]: ['L2AdvertisementList', { metadata: own('all') }],
      [`${AT}/bgpadvertisements`]: [
        'BGPAdvertisementList',
        { metadata: own('one'), spec: { ipAddressPools: ['a'] } },
      ],
    }),
    inventory,
  )
  expect(items).toMatchObject([
    { mode: 'L2', pools: [], selects: [] },
    { mode: 'BGP', pools: ['a'] },
  ])
})

test('who announces is a node and a service', async () => {
  const status = { node: 'w', serviceName: 'entry', serviceNamespace: 'ingress' }
  const get = listing({
    [`${AT}/servicel2statuses`]: ['ServiceL2StatusList', { metadata: own('l2-x'), status }],
  })
  expect(await metallbAnnouncers.read(get, inventory)).toMatchObject({
    items: [{ node: 'w', service: 'ingress/entry' }],
  })
})
