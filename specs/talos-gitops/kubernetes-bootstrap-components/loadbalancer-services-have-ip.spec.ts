import { all, control, every } from '#harness'
import { holds, merged, rangeOf } from './addresses.ts'

control(
  'Every service that wants an address has one from the pools, and some are left',
  {
    statement: 'TG-126',
    impact: 'high',
    kind: 'addressing',
    standards: ['CM-6'],
    remedy:
      'Read the event (`kubectl -n <namespace> describe service <name>`): the pool may be used up, or may not assign by itself.',
  },
  ({ lab, parameter }) => {
    const { items, ...look } = lab.metallbPools
    const ranges = items.flatMap(({ addresses }) => addresses)
    const left = items.reduce(
      (sum, { addresses, available }) =>
        sum +
        (available ??
          merged(addresses.map(rangeOf)) -
            lab.loadBalancers.items
              .flatMap((service) => service.addresses)
              .filter((address) => holds(addresses, address)).length),
      0,
    )
    all(
      () =>
        every(
          lab.loadBalancers,
          'has an address of the pools',
          ({ addresses, loadBalancerClass }) =>
            addresses.length > 0 &&
            addresses.every((address) => holds(ranges, address)) &&
            (loadBalancerClass ?? 'metallb.io/metallb').startsWith('metallb'),
          ({ addresses, loadBalancerClass, name, namespace }) => ({
            namespace,
            name,
            addresses,
            loadBalancerClass,
          }),
        ),
      () =>
        every(
          { ...look, items: [{ left }] },
          'is enough to spare',
          () => left >= parameter.number('p.metallb.min_free'),
        ),
    )
  },
)
