import { all, control, every, none } from '#harness'

control(
  'Security updates are installed in time, on releases that still get them',
  {
    statement: 'LA-21',
    impact: 'high',
    kind: 'configuration',
    standards: ['SI-2', 'SI-2(2)', 'RA-5', 'CM-6', 'CIS-7.3', 'CIS-7.4'],
    remedy:
      'Run `apt update && apt upgrade`, reboot where it is asked for, enable unattended-upgrades, and upgrade a release that is past its end.',
  },
  ({ ageSeconds, isRecent, host, hosts, parameter }) => {
    const found = hosts().map(({ name }) => ({ host: name, ...host(name).securityUpdates }))
    const ends = new Map(
      parameter.words('p.updates.eol_table').map((row) => row.split('=') as [string, string]),
    )
    const isWithin = (at: string | undefined, longest: string) =>
      at !== undefined && isRecent(at, parameter.seconds(longest))

    all(
      // Old lists show nothing that waits.
      () =>
        every(
          found.map(({ host: on, fetchedAt }) => ({ host: on, fetchedAt })),
          'has recent lists of packages',
          ({ fetchedAt }) => isWithin(fetchedAt, 'p.updates.list_max_age'),
        ),
      () =>
        every(
          found.map(({ host: on, hasSource }) => ({ host: on, hasSource })),
          'has a source of security updates',
          ({ hasSource }) => hasSource,
        ),
      // What is held waits for ever, and is not among what waits.
      () =>
        none(
          found.flatMap(({ host: on, held }) => held.map((name) => ({ host: on, package: name }))),
          'is held at its release',
          () => true,
        ),
      () =>
        every(
          found.map(({ host: on, pending, installedAt }) => ({ host: on, pending, installedAt })),
          'has nothing waiting, or installed lately',
          ({ pending, installedAt }) =>
            pending.length === 0 || isWithin(installedAt, 'p.updates.max_delay'),
        ),
      () =>
        none(
          found.map(({ host: on, rebootAskedAt }) => ({ host: on, rebootAskedAt })),
          'waits for a reboot',
          ({ rebootAskedAt }) =>
            rebootAskedAt !== undefined && !isWithin(rebootAskedAt, 'p.updates.reboot_max_delay'),
        ),
      () =>
        every(
          hosts().map(({ name }) => ({ host: name, ...host(name).osRelease })),
          'is a release that gets fixes',
          ({ id, version = '' }) => {
            const end = ends.get(`${id}:${version}`)
            return end !== undefined && ageSeconds(`${end}T23:59:59Z`) < 0
          },
        ),
    )
  },
)
