import { all, control, every, the } from '#harness'

control(
  'Every place of backups was read back lately, and all of it within the month',
  {
    statement: 'LA-44',
    impact: 'critical',
    kind: 'backup',
    standards: ['CP-9(1)', 'SI-7', 'CIS-11.5'],
    remedy:
      'Run `restic check --read-data-subset=n/t` on a timer for each repository; repair what it finds before anything else.',
  },
  ({ ageSeconds, host, need, parameter }) => {
    const { host: on, repositories } = need('backup')
    const window = parameter.seconds('p.backup.verify_window')
    const found = repositories.map(({ name, rank }) => {
      const { checks } = the(host(on).resticRepositories, name, (it) => it.name === name)
      const within = checks.filter(
        ({ at, isGood, subset }) =>
          isGood && subset !== undefined && ageSeconds(at) >= 0 && ageSeconds(at) <= window,
      )
      const total = Number(within.at(-1)?.subset?.split('/')[1] ?? Number.NaN)
      return {
        repository: name,
        rank,
        newest: checks.at(-1),
        parts: new Set(
          within.filter(({ subset }) => subset?.endsWith(`/${total}`)).map(({ subset }) => subset),
        ).size,
        total,
      }
    })

    all(
      () =>
        every(
          found,
          'was whole when it was read last, and lately',
          ({ newest }) =>
            newest?.isGood === true &&
            ageSeconds(newest.at) >= 0 &&
            ageSeconds(newest.at) <= parameter.seconds('p.backup.verify_max_age'),
        ),
      () =>
        every(
          found,
          'was read in all of its parts',
          ({ parts, total }) => total > 0 && parts === total,
        ),
    )
  },
)
