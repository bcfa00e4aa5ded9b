import { all, control, every, isDeclared, none, that } from '#harness'

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
    const { wanIpv4, wanAllowed, egress, domains } = need('network')
    const look = () => vantage('internet').openPorts
    const held = () =>
      hosts()
        .flatMap(({ name }) => host(name).addresses)
        .filter(({ family, isPublic, isUp }) => family === 4 && isPublic && isUp)
        .map(({ address }) => address)
    const named = () =>
      domains.flatMap((domain) =>
        vantage('internet')
          .dnsAnswers.filter(({ name, type }) => name === domain && type === 'A')
          .flatMap(({ values }) => values),
      )
    all(
      () =>
        none(
          { ...look(), items: look().items.filter(({ address }) => !address.includes(':')) },
          'answers the internet',
          ({ port, protocol }) => !isDeclared({ port, protocol }, wanAllowed),
        ),
      // Who was scanned must be us, and all of us.
      () => {
        const scanned = look().scanned.map(({ address }) => address)
        const unseen = [...held(), ...named()].filter((x) => !scanned.includes(x))
        const strangers = wanIpv4.filter((x) => egress === 'router' && !held().includes(x))
        const isNamed = egress !== 'router' || wanIpv4.length > 0
        const because = `network.wanIpv4 is not what the site has: ${isNamed ? '' : 'it names none, though the router has one; '}on no interface that is up: ${strangers.join(', ') || '–'}; not scanned: ${unseen.join(', ') || '–'}`
        const complete = isNamed && strangers.length + unseen.length === 0
        none({ items: [], complete, because }, 'answers where nobody looked', () => true)
      },
      // What a program may have opened at any moment is open.
      () => {
        const { ssdp, natPmp, pcp } = vantage('lan').portMapping
        const isAbsent = ssdp.length === 0 && !natPmp && !pcp
        that(isAbsent, 'nobody on the LAN opens ports on request', { ssdp, natPmp, pcp })
      },
      // Silence of UDP proves nothing, and a port may be open to one visitor only: the rules say the rest.
      ...hosts('router').flatMap(({ name }) => [
        () =>
          every(['input', 'forward'], 'is denied by default', (hook) =>
            host(name).routerRules.gates.some((x) => x.hook === hook && x.family === 4 && x.denies),
          ),
        () =>
          none(
            host(name).routerRules.ways,
            'lets the internet in',
            (way) => way.family === 4 && !isDeclared(way, wanAllowed),
          ),
      ]),
    )
  },
)
