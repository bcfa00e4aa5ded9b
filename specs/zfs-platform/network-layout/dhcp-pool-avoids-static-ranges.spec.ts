import { all, control, none, same, that } from '#harness'
import { isBetween, PLAN } from './plan.ts'

control(
  'Only the router lends addresses, and none of those that are spoken for',
  {
    statement: 'ZF-43',
    impact: 'high',
    kind: 'addressing',
    standards: ['CM-6', 'SC-22'],
    remedy:
      'Set `dhcp-range` of the router to addresses beyond .24, and switch the other DHCP server off, for AdGuard Home under Settings > DHCP.',
  },
  ({ host, hosts, need }) => {
    const { lent } = need('addressing')
    const fixed = [...Object.values(PLAN), ['192.168.0.1', '192.168.0.24'] as const]
    const servers = hosts().flatMap(({ name, role }) =>
      host(name)
        .listeners.filter(({ protocol, port }) => protocol === 'udp' && port === 67)
        .map(() => ({ host: name, role })),
    )

    all(
      () =>
        that(
          servers.some(({ role }) => role === 'router'),
          'the router lends',
          { servers },
        ),
      () => none(servers, 'lends beside it', ({ role }) => role !== 'router'),
      ...hosts('router').map(({ name }) => () => {
        const { ranges, leases } = host(name).dhcpServer
        same(
          ranges.map(({ from, to }) => `${from} to ${to}`),
          [`${lent.from} to ${lent.to}`],
          'ranges that are lent',
        )
        none(
          [
            ...ranges.flatMap(({ from, to }) => [from, to]),
            ...leases.map(({ address }) => address),
          ].map((address) => ({ address })),
          'is lent, and spoken for',
          ({ address }) => fixed.some(([from, to]) => isBetween(address, [from, to])),
        )
      }),
    )
  },
)
