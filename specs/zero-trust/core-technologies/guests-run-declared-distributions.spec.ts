import { all, control, every, none } from '#harness'

control(
  'Guests run Debian or Ubuntu, in releases that are still mended, and are patched',
  {
    statement: 'ZT-68',
    impact: 'medium',
    kind: 'configuration',
    standards: ['SI-2', 'CM-2', 'RA-5', 'CIS-2.2', 'CIS-7.3'],
    remedy:
      'Upgrade the guest to a release that still gets fixes, install `unattended-upgrades` and let it run daily, and reboot the guest when it asks for it; an end of life that was moved goes into p.updates.eol_table.',
  },
  ({ ageSeconds, isRecent, host, hosts, parameter }) => {
    const longest = parameter.seconds('p.updates.max_delay')
    const ends = parameter.words('p.updates.eol_table').map((entry) => entry.split('='))
    const endOf = (release: string) => ends.find(([name]) => name === release)?.[1]
    const guests = hosts('compute', 'storage', 'service', 'monitoring')
    const isWithin = (at: string | undefined) => at !== undefined && isRecent(at, longest)

    all(
      ...guests.map(({ name }) => () => {
        const { id, version = 'none' } = host(name).osRelease
        every(
          [{ host: name, id, version, end: endOf(`${id}:${version}`) ?? 'past' }],
          'is Debian or Ubuntu, before the end of its fixes',
          ({ end }) =>
            /^(debian|ubuntu)$/.test(id) && end !== 'past' && ageSeconds(`${end}T00:00:00Z`) < 0,
        )
      }),
      ...guests.map(({ name }) => () => {
        const { fetchedAt, installedAt, pending } = host(name).securityUpdates
        every(
          [{ host: name, fetchedAt: fetchedAt ?? 'never' }],
          'fetched the lists of packages lately',
          () => isWithin(fetchedAt),
        )
        none(
          pending.map((update) => ({ host: name, update, installedAt: installedAt ?? 'never' })),
          'waits, and nobody has installed updates lately',
          () => !isWithin(installedAt),
        )
      }),
      ...guests.map(({ name }) => () => {
        const { rebootAskedAt } = host(name).securityUpdates
        none(
          rebootAskedAt === undefined ? [] : [{ host: name, rebootAskedAt }],
          'asked for a reboot, and got none in time',
          () => !isWithin(rebootAskedAt),
        )
      }),
    )
  },
)
