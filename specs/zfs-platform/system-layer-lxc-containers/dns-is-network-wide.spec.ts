import { all, control, every, none, same } from '#harness'

control(
  'Everybody is told of this resolver alone, and everybody asks it',
  {
    statement: 'ZF-46',
    impact: 'high',
    kind: 'configuration',
    standards: ['SC-22', 'CM-6', 'CIS-4.9'],
    remedy:
      'Let the router tell 192.168.0.11 and nothing else (`dhcp-option=option:dns-server`), set it in /etc/resolv.conf of the guest, and drop other DNS at the router.',
  },
  ({ host, hosts, need, inventory }) => {
    const { servers, foreign } = need('dns')
    const addresses = inventory.hosts
      .filter(({ name }) => servers.includes(name))
      .map(({ address }) => address)
    const guests = hosts('service', 'compute')

    all(
      ...hosts('router').map(
        ({ name }) =>
          () =>
            same(
              host(name).dhcpServer.nameServers,
              addresses,
              'name servers that clients are told of',
            ),
      ),
      ...guests.map(
        ({ name }) =>
          () =>
            same(host(name).resolver, addresses, 'resolvers in the end'),
      ),
      // Whoever has another resolver fixed in it does not get through to it.
      ...hosts('compute').map(
        ({ name }) =>
          () =>
            none(
              host(name).nameAnswers.map((one) => ({ from: name, ...one })),
              'is answered by somebody on the internet',
              ({ server, status }) => server === foreign && status !== undefined,
            ),
      ),
      () => {
        const { clients } = host(servers[0] ?? '').adguard.log
        const leased = hosts('router').flatMap(({ name }) => host(name).dhcpServer.leases)
        every(
          [
            ...guests.filter(({ name }) => !servers.includes(name)).map(({ address }) => address),
            ...leased.map(({ address }) => address),
          ].map((client) => ({ client })),
          'has asked it of late',
          ({ client }) => clients.includes(client),
        )
      },
    )
  },
)
