import { all, control, every, none, saw, selects, that } from '#harness'
import { outside, rangeOf } from './addresses.ts'

control(
  'MetalLB’s pools are the reserved addresses, and each is announced',
  {
    statement: 'TG-126',
    impact: 'high',
    kind: 'addressing',
    standards: ['CM-6', 'SC-7'],
    remedy:
      'Write the reserved range into the IPAddressPool, and name the pool in an L2Advertisement.',
  },
  ({ lab, need }) => {
    const pools = lab.metallbPools
    const { items: advertisements, ...look } = lab.metallbAdvertisements
    const reserved = need('kubernetes').balancer.ranges.map(rangeOf)
    all(
      () => every(pools, 'has addresses', ({ addresses }) => addresses.length > 0),
      () => {
        const given = pools.items.flatMap(({ addresses }) => addresses.map(rangeOf))
        none(
          pools,
          'has addresses that are not reserved',
          ({ addresses }) => outside(addresses.map(rangeOf), reserved) > 0,
        )
        that(outside(reserved, given) === 0, 'every reserved address is in a pool', {
          notInAPool: outside(reserved, given),
        })
      },
      () =>
        every(pools, 'is announced on layer 2', ({ labels, name }) =>
          saw(
            {
              items: advertisements,
              // Whether a peer of BGP takes it up is not seen: peers may hold a password.
              complete: look.complete && !advertisements.some(({ mode }) => mode === 'BGP'),
              because: look.because ?? 'some pools are announced by BGP, whose peers are not seen',
            },
            ({ mode, pools: named, selects: chosen }) =>
              mode === 'L2' &&
              ((named.length === 0 && chosen.length === 0) ||
                named.includes(name) ||
                chosen.some((one) => selects(one, labels))),
          ),
        ),
    )
  },
)
