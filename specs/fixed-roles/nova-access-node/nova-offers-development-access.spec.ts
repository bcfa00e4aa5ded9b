import { all, control, that, the } from '#harness'

control(
  'From Nova a session of development opens on Lyra, with the tools that are there',
  {
    statement: 'FR-29',
    impact: 'medium',
    kind: 'configuration',
    standards: ['AC-17', 'AC-3'],
    remedy:
      'Put the developer’s public key into ~/.ssh/authorized_keys on Lyra, and install Docker and Git there.',
  },
  ({ host, need }) => {
    const { host: dev, user } = need('development')
    const session = the(
      host(need('access').host).adminLogins.logins,
      `login of ${user} on ${dev}`,
      (it) => it.host === dev && it.user === user,
    )
    const { hostname, status, tools } = session
    all(
      () => that(status === 0 && hostname === dev, 'the session opens, and on Lyra', session),
      () =>
        that(tools.docker !== undefined && tools.git !== undefined, 'the tools are there', {
          tools,
        }),
      () =>
        that(tools.docker === host(dev).dockerInfo.version, 'the engine is that of Lyra', {
          tools,
          engine: host(dev).dockerInfo.version,
        }),
    )
  },
)
