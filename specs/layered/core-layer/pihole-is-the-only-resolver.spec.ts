import { all, control, every, none, the } from '#harness'

control(
  'Nobody is told of another name server, or reaches one',
  {
    statement: 'LA-40',
    impact: 'medium',
    kind: 'configuration',
    standards: ['SC-20', 'SC-7(8)', 'CM-7', 'CIS-9.2', 'CIS-4.9'],
    remedy:
      'Give out only the servers of the lab by DHCP and in resolv.conf; drop or redirect ports 53 and 853 at the edge for everybody else.',
  },
  ({ host, hosts, inventory, lab, need }) => {
    const { servers, foreign } = need('dns')
    const { vlans } = need('segments')
    const addresses = servers.map(
      (name) => the(inventory.hosts, name, (it) => it.name === name).address,
    )
    const lookers = inventory.vantages.filter(({ name }) => vlans.some((it) => it.name === name))
    // A hypervisor or the NAS must not need a guest: see the layers.
    const guests = hosts('service', 'compute', 'monitoring')

    all(
      () =>
        every(
          lab.edgeSubnets,
          'is given these servers only',
          ({ nameServers }) =>
            nameServers.length > 0 && nameServers.every((it) => addresses.includes(it)),
        ),
      ...guests.map(
        ({ name }) =>
          () =>
            none(
              {
                ...host(name).resolver,
                items: host(name).resolver.items.map((server) => ({ host: name, server })),
              },
              'asks somebody else for names',
              ({ server }) => !addresses.includes(server),
            ),
      ),
      () =>
        none(
          lookers.flatMap(({ name, from }) =>
            host(from)
              .nameAnswers.filter(({ server }) => server === foreign)
              .map((it) => ({ from: name, ...it })),
          ),
          'is answered by a foreign server',
          ({ status, values }) => status !== undefined && !values.some((it) => it === '0.0.0.0'),
        ),
      // No answer from abroad shows something only where there are answers at all.
      () =>
        every(
          lookers.map(({ name, from }) => ({ vlan: name, from })),
          'has answers of the lab’s own servers',
          ({ from }) =>
            host(from).nameAnswers.some(
              ({ server, status }) => addresses.includes(server) && status === 'NOERROR',
            ),
        ),
    )
  },
)
