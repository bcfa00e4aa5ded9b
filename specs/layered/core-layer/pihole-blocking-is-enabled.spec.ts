import { all, control, every } from '#harness'

control(
  'Every Pi-hole blocks, for good, by a list that is full and recent',
  {
    statement: 'LA-40',
    impact: 'medium',
    kind: 'configuration',
    standards: ['SC-20', 'SI-3', 'SC-7(8)', 'CIS-9.2'],
    remedy: 'Run `pihole enable` and `pihole -g`, and look at what the update of the lists says.',
  },
  ({ isRecent, host, need, parameter }) => {
    const servers = need('dns').servers.map((name) => ({ host: name, ...host(name).pihole }))

    all(
      () =>
        every(
          servers,
          'blocks, and goes on doing so',
          ({ blocking, timerSeconds }) => blocking === 'enabled' && timerSeconds === undefined,
        ),
      () =>
        every(
          servers,
          'has a full and recent list',
          ({ blockedDomains, listsAt }) =>
            blockedDomains >= parameter.number('p.dns.min_gravity') &&
            isRecent(listsAt, parameter.seconds('p.dns.gravity_max_age')),
        ),
    )
  },
)
