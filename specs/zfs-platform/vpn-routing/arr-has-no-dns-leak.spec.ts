import { all, control, every, none, same, that } from '#harness'

control(
  'Names are asked for through the tunnel only',
  {
    statement: 'ZF-87',
    impact: 'high',
    strength: 'target',
    kind: 'isolation',
    standards: ['SC-7', 'SC-20'],
    remedy:
      'Remove `dns:` from the services and `DNS_ADDRESS` from gluetun, so that its own resolver inside the tunnel is asked.',
  },
  (views) => {
    const { host, need } = views
    const { host: on, container, device, members } = need('tunnel')
    const { tunnelMembers, tunnelSpace, gluetun } = host(on)
    const behind = tunnelMembers.members.filter(({ isRunning }) => isRunning)
    const servers = behind.flatMap(({ container: name, nameServers }) =>
      nameServers.map((server) => ({ container: name, ...server })),
    )

    all(
      () =>
        same(
          [...new Set(servers.map((one) => one.container))],
          [container, ...members],
          'containers with a name server',
        ),
      // The resolver of the engine is on loopback as well, and asks outside of the tunnel.
      () =>
        every(
          servers,
          'is the resolver of the tunnel, or asked through it',
          ({ address, device: by }) => /^(127\.0\.0\.1|::1)$/.test(address) || by === device,
        ),
      () =>
        every(tunnelSpace.nameServers, 'is the resolver of Gluetun', (program) =>
          program.startsWith('gluetun'),
        ),
      () => that(gluetun.dns === 'running', 'its resolver runs', gluetun),
      () =>
        every(
          servers,
          'resolves a name that nobody has asked for',
          ({ hasAnswered }) => hasAnswered,
        ),
      () =>
        none(
          behind.flatMap(({ container: name, flows }) =>
            flows.map((flow) => ({ container: name, ...flow })),
          ),
          'is a question for a name past the tunnel',
          ({ port }) => port === 53 || port === 853,
        ),
    )
  },
)
