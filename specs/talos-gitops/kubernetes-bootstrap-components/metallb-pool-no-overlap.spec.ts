import { control, every } from '#harness'
import { overlap, rangeOf } from './addresses.ts'

control(
  'No address of MetalLB’s pools belongs to anybody else',
  {
    statement: 'TG-126',
    impact: 'high',
    kind: 'addressing',
    standards: ['CM-6', 'CM-8'],
    remedy:
      'Move the pool, or whatever has the address: DHCP ranges and fixed addresses stand in lab.yaml, networks of pods and services in the machine configuration.',
  },
  ({ inventory, lab, need }) => {
    const fixed = [
      ...need('kubernetes').balancer.taken,
      ...inventory.hosts.map(({ address }) => address),
      ...need('virtual').machines.map(({ address }) => address),
      ...lab.kubeNodes.items.flatMap(({ addresses, podNetworks }) => [
        ...addresses.filter(({ type }) => type === 'InternalIP').map(({ address }) => address),
        ...podNetworks,
      ]),
      ...lab.apiServerFlags.items.flatMap(
        ({ flags }) => flags['service-cluster-ip-range']?.split(',') ?? [],
      ),
    ].filter((written) => !written.includes(':'))
    every(lab.kubeNodes, 'has a network for its pods', ({ podNetworks }) => podNetworks.length > 0)
    every(
      lab.apiServerFlags,
      'has a network for services',
      ({ flags }) => flags['service-cluster-ip-range'] !== undefined,
    )
    every(
      lab.metallbPools,
      'has addresses of its own',
      ({ addresses }) =>
        addresses
          .filter((written) => !written.includes(':'))
          .every((pool) => !fixed.some((written) => overlap(rangeOf(pool), rangeOf(written)))),
      ({ addresses, name }) => ({ name, addresses }),
    )
  },
)
