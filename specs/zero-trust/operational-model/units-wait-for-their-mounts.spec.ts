import { all, control, every, that, the } from '#harness'

control(
  'What uses storage starts after its mounts, and not without them',
  {
    statement: 'ZT-64',
    impact: 'high',
    kind: 'configuration',
    standards: ['CM-6', 'SI-13', 'CP-10', 'SC-24'],
    remedy:
      'Give the unit a drop-in with `RequiresMountsFor=<path>`, then `systemctl daemon-reload` and restart it.',
  },
  ({ host, need }) => {
    const users = need('storage').mountUsers
    const needs = users.flatMap(({ paths, ...user }) => paths.map((path) => ({ ...user, path })))
    const unitOf = (name: string, unit: string) =>
      the(host(name).storageUsers, `unit ${unit} on ${name}`, (found) => found.unit === unit)
    const mountOf = (name: string, path: string) =>
      the(
        host(name).mountUnits,
        `mount unit for ${path} on ${name}`,
        (found) => found.kind === 'mount' && found.path === path,
      )

    all(
      () =>
        every(
          users,
          'is there',
          ({ host: name, unit }) => unitOf(name, unit).loadState === 'loaded',
        ),
      () =>
        every(needs, 'requires its mount and waits for it', ({ host: name, unit, path }) => {
          const { after, bindsTo, requires, requiresMountsFor } = unitOf(name, unit)
          const mount = mountOf(name, path).unit
          return (
            requiresMountsFor.includes(path) ||
            ([...requires, ...bindsTo].includes(mount) && after.includes(mount))
          )
        }),
      () =>
        every(needs, 'started after its mount in this boot', ({ host: name, unit, path }) => {
          const { activeState, startedAfterBootUs } = unitOf(name, unit)
          const { activeAfterBootUs } = mountOf(name, path)
          return (
            activeState !== 'active' ||
            (activeAfterBootUs > 0 && activeAfterBootUs <= startedAfterBootUs)
          )
        }),
      () => that(needs.length > 0, 'the inventory says who uses storage', { mountUsers: users }),
    )
  },
)
