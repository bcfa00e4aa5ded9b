import { all, control, every, none } from '#harness'

control(
  'Services reach each other over their own networks, not through ports of the host',
  {
    statement: 'LA-65',
    impact: 'medium',
    kind: 'topology',
    standards: ['SC-7', 'SC-39', 'CM-7', 'AC-4'],
    remedy:
      'Name the other service in the configuration instead of an address of the host, put both on one network, and do not publish its port.',
  },
  ({ host, hosts, lab, inventory }) => {
    const pairs = lab.composeServices.flatMap(({ file, service, dependsOn }) =>
      dependsOn.map((on) => ({ file, service, needs: on })),
    )
    const made = hosts('compute').flatMap(({ name: on }) =>
      host(on).deployments.containers.map((it) => ({ host: on, ...it })),
    )
    const of = (service: string) => made.filter(({ compose }) => compose?.service === service)

    all(
      () =>
        every(pairs, 'shares a network with what it needs', ({ service, needs }) =>
          of(service).some((a) =>
            of(needs).some(
              (b) => a.host === b.host && a.networks.some((it) => b.networks.includes(it)),
            ),
          ),
        ),
      () =>
        none(
          pairs.flatMap(({ needs }) =>
            of(needs).map(({ container, ports }) => ({ container, ports })),
          ),
          'is published beyond the networks of containers',
          ({ ports }) => ports.length > 0,
        ),
      () =>
        none(
          hosts('compute').flatMap(({ name: on }) =>
            host(on).containerConnections.map((it) => ({ host: on, ...it })),
          ),
          'goes to another service by an address of a host',
          ({ container, host: on, peer, peerPort }) =>
            inventory.hosts.some(({ role, address }) => role === 'compute' && address === peer) &&
            made.some(
              (it) =>
                it.host === on &&
                it.container !== container &&
                it.ports.some(({ port }) => port === peerPort),
            ),
        ),
    )
  },
)
