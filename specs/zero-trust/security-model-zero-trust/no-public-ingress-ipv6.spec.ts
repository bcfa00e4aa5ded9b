import { all, control, every, isDeclared, none } from '#harness'

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
    const { openPorts, standing } = vantage('internet')
    const held = () =>
      hosts()
        .flatMap(({ name }) => host(name).addresses)
        .filter(({ family, isPublic }) => family === 6 && isPublic)
        .map(({ address }) => address)
    const hasIpv6 = () => wanIpv6.length + held().length > 0
    all(
      () =>
        none(
          { ...openPorts, items: openPorts.items.filter(({ address }) => address.includes(':')) },
          'answers the internet over IPv6',
          ({ port, protocol }) => !isDeclared({ port, protocol }, wanAllowed),
        ),
      () => {
        const unseen = held().filter((x) => !openPorts.scanned.some((y) => y.address === x))
        const canLook = standing.from.some((address) => /^[23][\da-f]{3}:/i.test(address))
        const because = `${canLook ? '' : 'the vantage has no IPv6 of its own; '}not scanned, as network.wanIpv6 lacks them: ${unseen.join(', ') || '–'}`
        const complete = unseen.length === 0 && (canLook || !hasIpv6())
        none({ items: [], complete, because }, 'answers where nobody looked', () => true)
      },
      // IPv6 needs no forward to be public: where it exists at all, only the rules hold it back.
      ...hosts('router').flatMap(({ name }) => [
        () =>
          every(
            ['input', 'forward'],
            'is denied to IPv6 by default',
            (hook) =>
              !hasIpv6() ||
              host(name).routerRules.gates.some(
                (x) => x.hook === hook && x.family === 6 && x.denies,
              ),
          ),
        () =>
          none(
            host(name).routerRules.ways,
            'lets the internet in over IPv6',
            (way) => hasIpv6() && way.family === 6 && !isDeclared(way, wanAllowed),
          ),
      ]),
    )
  },
)
