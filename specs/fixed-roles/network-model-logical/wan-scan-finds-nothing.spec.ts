import { all, control, every, isDeclared, none } from '#harness'

control(
  'Seen from the internet no port is open but those that were decided on',
  {
    statement: 'FR-56',
    impact: 'critical',
    kind: 'exposure',
    standards: ['SC-7', 'RA-5', 'AC-17', 'CIS-4.4'],
    remedy:
      'Take the rule out of the router (`nft -a list ruleset`), or record the decision and add the port to network.wanAllowed with its id; correct network.wanIpv4 when the address changed.',
  },
  ({ host, hosts, need, vantage }) => {
    const { egress, wanAllowed, wanIpv4, wanIpv6 } = need('network')
    // Whose address it is says whom the decision has to be about; at the router’s own it may lead anywhere.
    const behind = (address: string) => {
      const at = hosts().find(
        ({ name, role }) =>
          role !== 'router' && host(name).addresses.some((it) => it.address === address),
      )
      return at === undefined ? {} : { host: at.name }
    }
    const look = () => vantage('internet').openPorts
    const held = () =>
      hosts()
        .flatMap(({ name }) => host(name).addresses)
        .filter(({ isPublic, isTemporary, isUp }) => isPublic && isUp && !isTemporary)
        .map(({ address }) => address)
    all(
      () =>
        none(
          look(),
          'answers the internet',
          ({ address, port, protocol }) =>
            !isDeclared({ ...behind(address), port, protocol }, wanAllowed),
        ),
      // Who was scanned must be us, all of us, as of now.
      () => {
        const scanned = look().scanned.map(({ address }) => address)
        const unseen = held().filter((address) => !scanned.includes(address))
        const strangers = [...wanIpv4, ...wanIpv6].filter(
          (address) => egress === 'router' && !held().includes(address),
        )
        const isNamed = egress !== 'router' || wanIpv4.length > 0
        const because = `network.wanIpv4 and wanIpv6 are not what the site has now: not scanned: ${unseen.join(', ') || '–'}; on no interface: ${strangers.join(', ') || '–'}`
        none(
          { items: [], complete: isNamed && unseen.length + strangers.length === 0, because },
          'answers where nobody looked',
          () => true,
        )
      },
      // Silence of UDP proves nothing: what the router lets in says the rest.
      ...hosts('router').flatMap(({ name }) => [
        () =>
          every(
            ['input', 'forward'].flatMap((hook) => [4, 6].map((family) => ({ hook, family }))),
            'is denied by default',
            ({ family, hook }) =>
              host(name).routerRules.gates.some(
                (it) => it.hook === hook && it.family === family && it.denies,
              ),
          ),
        () =>
          none(
            host(name).routerRules.ways,
            'lets the internet in',
            (way) =>
              !isDeclared(
                way,
                wanAllowed.filter((it) => (it.host === name) === (way.hook === 'input')),
              ),
          ),
      ]),
    )
  },
)
