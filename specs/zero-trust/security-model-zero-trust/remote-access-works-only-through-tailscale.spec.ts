import { all, control, isDeclared, none, same } from '#harness'

control(
  'From afar, services are reached over the tailnet and by no other way',
  {
    statement: 'ZT-54',
    impact: 'critical',
    kind: 'exposure',
    standards: ['AC-17', 'AC-17(3)', 'AC-3', 'SC-7', 'CIS-12.7', 'CIS-6.4'],
    remedy:
      'Close the other way: a forward on the router, another VPN server, a proxy on the internet; narrow the grants of the tailnet policy until only tailnet.flows remain.',
  },
  ({ host, hosts, vantage, need, inventory }) => {
    const { flows, devices } = need('tailnet')
    const { wanAllowed } = need('network')
    const device = inventory.vantages.find(({ name }) => name === 'tailnet')?.from
    const user = devices.find(({ name }) => name === device)?.user
    const judged = devices.filter(({ name }) => hosts().some((x) => x.name === name))
    // `tag:cloud:443` is port 443 of every device with that tag.
    const granted = flows
      .filter(({ src }) => src === user)
      .flatMap(({ accept }) => accept.map((grant) => /^(.*):(\d+)$/.exec(grant) ?? []))
      .flatMap(([, tag, port]) =>
        judged.filter((x) => x.tag === tag).map(({ name }) => `${name}:${port}`),
      )
    const { openPorts } = vantage('tailnet')
    const vpn = [500, 1194, 1701, 1723, 4500, 51820]
    all(
      () =>
        same(
          { ...openPorts, items: openPorts.items.map(({ host: to, port }) => `${to}:${port}`) },
          granted,
          'ports that a granted member reaches',
        ),
      () => none(vantage('stranger').openPorts, 'answers a member without a grant', () => true),
      () =>
        none(
          vantage('internet').openPorts,
          'answers somebody outside the tailnet',
          ({ port, protocol }) => !isDeclared({ port, protocol }, wanAllowed),
        ),
      ...['internet', 'stranger'].map((from) => () => {
        const { items, ...look } = vantage(from).webAnswers
        none(
          { ...look, items: items.map(({ body: _, ...answer }) => ({ from, ...answer })) },
          'answers who is not granted it',
          ({ isSilent }) => !isSilent,
        )
      }),
      ...hosts('router').map(({ name }) => () => {
        none(
          host(name).listeners,
          'is another way in: a VPN server',
          ({ port, protocol }) => vpn.includes(port) && !isDeclared({ port, protocol }, wanAllowed),
        )
      }),
    )
  },
)
