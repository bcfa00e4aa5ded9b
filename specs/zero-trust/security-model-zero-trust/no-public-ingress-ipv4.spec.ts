import { all, control, none } from '#harness'

control(
  'Nothing answers on the public IPv4 addresses of the site',
  {
    statement: 'ZT-48',
    impact: 'critical',
    kind: 'exposure',
    standards: ['SC-7', 'SC-7(5)', 'CA-8', 'AC-17', 'CIS-4.4', 'CIS-12.2'],
    remedy:
      'Take the port out of the router’s forwards and pass rules (`nft list ruleset`), or stop what listens on it; correct network.wanIpv4 where the address is no longer yours.',
  },
  ({ host, hosts, vantage, need }) => {
    const { wanIpv4, wanAllowed, egress } = need('network')
    const seen = vantage('internet').openPorts
    const held = hosts()
      .flatMap(({ name }) => host(name).addresses)
      .filter(({ family, isPublic }) => family === 4 && isPublic)
    // Who was scanned must be us: the address on our own interface, or none there and the provider's instead.
    const ours = held.filter(({ isUp }) => isUp).map(({ address }) => address)
    const strangers =
      egress === 'router' ? wanIpv4.filter((address) => !ours.includes(address)) : []
    const unseen = held.filter(({ address }) => !seen.scanned.some((x) => x.address === address))
    const isAllowed = (port: number, protocol?: string) =>
      wanAllowed.some((open) => open.port === port && open.protocol === protocol)
    all(
      () =>
        none(
          {
            items: seen.items.filter(({ address }) => !address.includes(':')),
            complete: seen.complete && strangers.length + unseen.length === 0,
            because:
              seen.because ??
              `scanned but on no interface of ours: ${strangers.join(', ') || 'none'}; ours but not scanned: ${unseen.map(({ address }) => address).join(', ') || 'none'}`,
          },
          'answers the internet',
          ({ port, protocol }) => !isAllowed(port, protocol),
        ),
      // Silence of UDP proves nothing, and a port may be open to one visitor only: the rules say the rest.
      ...hosts('router').map(({ name }) => () => {
        none(
          host(name).routerRules.entries.filter(({ family }) => family === 4),
          'lets the internet in',
          ({ only, protocol, ports }) =>
            only === undefined && !ports?.every((port) => isAllowed(port, protocol)),
        )
      }),
    )
  },
)
