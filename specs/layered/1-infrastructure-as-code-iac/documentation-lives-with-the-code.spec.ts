import { all, control, every, none } from '#harness'

control(
  'Every service and host is told of in the repository, and nothing that is not there',
  {
    statement: 'LA-10',
    impact: 'low',
    kind: 'documentation',
    standards: ['PL-2', 'SA-5', 'CIS-12.4'],
    remedy: 'Write a page about it below docs/ and commit it; take out addresses of what is gone.',
  },
  ({ lab, parameter, inventory, need }) => {
    const least = parameter.number('p.docs.min_bytes')
    const pages = lab.documentationPages.filter(({ bytes }) => bytes >= least)
    const gateways = need('segments').vlans.map(({ gateway }) => gateway)
    const known = [
      ...inventory.hosts.flatMap(({ address, alsoAt = [] }) => [address, ...alsoAt]),
      ...gateways,
      need('edge').wanAddress,
    ]
    const named = [
      ...inventory.services.map(({ name }) => ({ service: name })),
      ...inventory.hosts
        .filter(({ role }) => role !== 'vantage')
        .map(({ name }) => ({ host: name })),
    ]

    all(
      () =>
        every(named, 'is named on a page that says something', (it) =>
          pages.some(({ words }) => words.includes(Object.values(it)[0] ?? '')),
        ),
      () =>
        none(
          lab.documentationPages.flatMap(({ path, addresses }) =>
            addresses.map((address) => ({ path, address })),
          ),
          'is an address of nothing that the lab has',
          ({ address }) => !known.includes(address),
        ),
    )
  },
)
