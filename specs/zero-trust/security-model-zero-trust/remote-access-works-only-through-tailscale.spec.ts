import { all, control, none, same } from '#harness'

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
    // What the person of that device is granted, as host and port: `tag:cloud:443` is port 443 of every device with that tag.
    const granted = flows
      .filter(({ src }) => src === user)
      .flatMap(({ accept }) => accept)
      .flatMap((grant) =>
        devices
          .filter(
            ({ name, tag }) =>
              tag === grant.replace(/:\d+$/, '') && hosts().some((x) => x.name === name),
          )
          .map(({ name }) => `${name}:${grant.split(':').pop()}`),
      )
    const member = vantage('tailnet').openPorts
    const vpn = [500, 1194, 1701, 1723, 4500, 51820]
    all(
      () =>
        same(
          { ...member, items: member.items.map((x) => `${x.host}:${x.port}`) },
          granted,
          'ports that a granted member reaches',
        ),
      () => none(vantage('stranger').openPorts, 'answers a member without a grant', () => true),
      () =>
        none(
          vantage('internet').openPorts,
          'answers somebody outside the tailnet',
          (x) =>
            !wanAllowed.some(({ port, protocol }) => port === x.port && protocol === x.protocol),
        ),
      ...['internet', 'stranger'].map((from) => () => {
        none(
          vantage(from).webAnswers.map(({ body: _, ...answer }) => ({ from, ...answer })),
          'answers who is not granted it',
          ({ status, certificate }) => status !== undefined || certificate !== undefined,
        )
      }),
      ...hosts('router').map(({ name }) => () => {
        none(
          host(name).listeners,
          'is another way in: a VPN server',
          ({ port, protocol }) =>
            vpn.includes(port) &&
            !wanAllowed.some((open) => open.port === port && open.protocol === protocol),
        )
      }),
    )
  },
)
