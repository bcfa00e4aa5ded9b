import { all, control, every, same, that, the } from '#harness'

control(
  'The panel manages the daemon of vm-games, and both know the same servers',
  {
    statement: 'ZF-94',
    impact: 'medium',

    kind: 'configuration',
    standards: ['IA-3', 'CM-6'],
    remedy:
      'Compare the node in the panel (Nodes, Configuration) with /etc/pelican/config.yml; a new token needs a restart of wings. Where servers differ, restart wings, which asks the panel for them.',
  },
  ({ host, inventory, lab, need }) => {
    const { host: on } = need('games')
    const { address } = the(inventory.hosts, on, ({ name }) => name === on)
    const nameOf = (service: string) =>
      need('gateway').routes.find((route) => route.service === service)
    const node = the(lab.panel.nodes, 'node of the panel', ({ fqdn }) =>
      [address, nameOf('wings')?.name].includes(fqdn),
    )
    const { items, ...whole } = lab.panel.servers

    all(
      () =>
        that(
          node.fqdn === address ||
            new URL(nameOf('wings')?.backend ?? 'http://nowhere').hostname === address,
          'the node leads to the game host',
          { fqdn: node.fqdn, backend: nameOf('wings')?.backend, address },
        ),
      () =>
        that(
          host(on).wingsRemote === `https://${nameOf('pelican-panel')?.name}`,
          'the daemon obeys this panel',
          { remote: host(on).wingsRemote, panel: nameOf('pelican-panel')?.name },
        ),
      // What the panel shows is what it saw last: the daemon is asked itself.
      () =>
        same(
          {
            ...lab.wingsServers,
            items: lab.wingsServers.items.map(({ uuid }) => uuid),
          },
          items.filter((server) => server.node === node.id).map(({ uuid }) => uuid),
          'servers of the daemon',
        ),
      () =>
        every(
          { ...whole, items },
          'is on a node that there is',
          (server) => server.node === node.id,
        ),
    )
  },
)
