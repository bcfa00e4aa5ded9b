import { all, control, none, saw, that } from '#harness'

control(
  'A scrub ended lately and found nothing, and the next is scheduled',
  {
    statement: 'ZF-16',
    impact: 'high',
    strength: 'target',
    kind: 'storage',
    standards: ['SI-7', 'SI-6', 'CP-9'],
    remedy:
      'Start one with `zpool scrub tank`, and let /etc/cron.d/zfsutils-linux or `systemctl enable --now zfs-scrub-monthly@tank.timer` start the next.',
  },
  ({ isRecent, host, need, parameter }) => {
    const { host: name, pool } = need('zfs')
    const { poolEvents, scrubSchedules, zpools } = host(name)
    const longest = parameter.seconds('p.zfs.scrub_max_age')
    const scrubs = poolEvents.filter((event) => event.pool === pool && event.kind === 'scrub')
    const last = zpools.find((one) => one.name === pool)?.scan

    all(
      // The pool's log, not its status: a resilver takes the place of the scrub there. Where the log does not
      // count errors, those of all passes but the last are unknown.
      () => {
        const recent = scrubs.filter(({ at }) => isRecent(at, longest))
        const counted = recent.filter(({ errors }) => errors !== undefined)
        const complete = counted.length === recent.length
        const because = 'nobody counted the errors of a scrub'
        that(
          saw({ items: counted, complete, because }, ({ errors }) => errors === 0),
          'a scrub ended within the time, without an error',
          { pool, last: scrubs.at(-1) ?? 'none' },
        )
      },
      () =>
        none(
          last ? [last] : [],
          'was the last pass, and ended with errors or was given up',
          ({ state, errors = 0 }) => state === 'canceled' || errors > 0,
        ),
      () => that(scrubSchedules.length > 0, 'something starts the next one', { scrubSchedules }),
    )
  },
)
