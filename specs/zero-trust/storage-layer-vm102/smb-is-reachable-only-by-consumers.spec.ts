import { all, control, none } from '#harness'

control(
  'Only the guests that mount shares can reach them',
  {
    statement: 'ZT-37',
    impact: 'high',
    kind: 'exposure',
    standards: ['SC-7', 'AC-4', 'CM-7', 'CIS-4.4', 'CIS-13.4'],
    remedy:
      'Accept port 445 from the addresses of smb.clients alone (host firewall and tailnet policy), set `bind interfaces only = yes`, and disable nmbd and wsdd.',
  },
  ({ host, hosts, vantage, need, inventory }) => {
    const { host: server, clients } = need('smb')
    const isShare = (to: string | undefined, port: number) =>
      to === server && [139, 445].includes(port)
    const others = hosts('compute', 'storage', 'service', 'monitoring').filter(
      ({ name }) => name !== server && !clients.includes(name),
    )
    const own = host(server).addresses.map(({ address }) => address)
    const known = inventory.hosts
      .filter(({ name }) => clients.includes(name))
      .flatMap(({ address, tailnetAddress }) => [address, tailnetAddress])
      .concat(own)
    all(
      ...inventory.vantages
        .filter(({ from }) => !clients.includes(from))
        .map(({ name }) => () => {
          none(vantage(name).openPorts, `answers ${name} with its shares`, (x) =>
            isShare(x.host, x.port),
          )
        }),
      ...others.map(({ name }) => () => {
        none(
          host(name).reachable,
          `answers ${name}, which mounts nothing`,
          ({ to, port, answer }) => answer === 'open' && isShare(to, port),
        )
      }),
      () =>
        none(
          host(server).smbSessions.sessions,
          'has a session from a machine that is no client',
          ({ machine }) => !known.includes(machine),
        ),
      // Measuring covers the addresses that are known; listening on all of them is not measured.
      () =>
        none(
          host(server).listeners,
          'serves or announces files on more than the addresses that were looked at',
          ({ port, address, programs }) =>
            [137, 138, 139, 3702, 5357].includes(port) ||
            (port === 445 && ['*', '::'].includes(address)) ||
            (programs ?? []).some((program) => ['nmbd', 'wsdd', 'wsdd2'].includes(program)),
        ),
    )
  },
)
