import { all, control, every, none } from '#harness'

control(
  'Nothing answers on the public IPv6 addresses of the site',
  {
    statement: 'ZT-48',
    impact: 'critical',
    kind: 'exposure',
    standards: ['SC-7', 'CA-8', 'AC-17', 'CIS-4.4'],
    remedy:
      'Deny IPv6 from the internet by default on the router, input and forward; list the addresses that hosts really have in network.wanIpv6, or take IPv6 off the segment.',
  },
  ({ host, hosts, vantage, need }) => {
    const { wanIpv6, wanAllowed } = need('network')
    const { openPorts: seen, standing } = vantage('internet')
    const held = hosts().flatMap(({ name }) =>
      host(name)
        .addresses.filter(({ family, isPublic }) => family === 6 && isPublic)
        .map(({ address, device }) => ({ host: name, address, device })),
    )
    const unseen = held.filter(({ address }) => !seen.scanned.some((x) => x.address === address))
    const hasIpv6 = held.length + wanIpv6.length > 0
    const canLook = !hasIpv6 || standing.from.some((address) => /^[23][\da-f]{3}:/i.test(address))
    const isAllowed = (port: number, protocol?: string) =>
      wanAllowed.some((open) => open.port === port && open.protocol === protocol)
    all(
      () =>
        none(
          {
            items: seen.items.filter(({ address }) => address.includes(':')),
            complete: seen.complete && unseen.length === 0 && canLook,
            because:
              seen.because ??
              `${canLook ? '' : 'the vantage has no IPv6 of its own; '}not scanned, as network.wanIpv6 lacks them: ${unseen.map(({ address }) => address).join(', ') || 'none'}`,
          },
          'answers the internet over IPv6',
          ({ port, protocol }) => !isAllowed(port, protocol),
        ),
      // IPv6 needs no forward to be public: where it exists at all, only the rules hold it back.
      ...hosts('router').map(({ name }) => () => {
        const { gates, entries } = host(name).routerRules
        all(
          () =>
            every(
              ['input', 'forward'],
              'is denied to IPv6 by default',
              (hook) =>
                !hasIpv6 || gates.some((x) => x.hook === hook && x.family === 6 && x.denies),
            ),
          () =>
            none(
              entries.filter(({ family }) => hasIpv6 && family === 6),
              'lets the internet in over IPv6',
              ({ only, protocol, ports }) =>
                only === undefined && !ports?.every((port) => isAllowed(port, protocol)),
            ),
        )
      }),
    )
  },
)
