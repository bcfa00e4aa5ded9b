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
  ({ host, isRecent, need, parameter }) => {
    const { host: on, repositories } = need('backup')
    const window = parameter.seconds('p.backup.verify_window')
    const found = repositories.map(({ name, rank }) => {
      const checks = [
        ...the(host(on).resticRepositories, name, (it) => it.name === name).checks,
      ].sort((one, other) => Date.parse(one.at) - Date.parse(other.at))
      const reads = checks.filter(({ subset }) => subset !== undefined)
      const total = Number(reads.at(-1)?.subset?.split('/')[1] ?? Number.NaN)
      // Of each part the last word counts: one that was good before may be bad now.
      const parts = new Map(
        reads
          .filter(({ at }) => isRecent(at, window))
          .map(({ subset, isGood }) => [subset, isGood]),
      )
      return {
        repository: name,
        rank,
        newest: checks.at(-1),
        read: reads.at(-1),
        parts: [...parts].filter(([part, isGood]) => isGood && part?.endsWith(`/${total}`)).length,
        bad: [...parts].filter(([, isGood]) => !isGood).map(([part]) => part),
        total,
      }
    })

    all(
      () =>
        every(
          found,
          'was whole when it was read last, and lately',
          ({ newest, read }) =>
            newest?.isGood === true &&
            read?.isGood === true &&
            isRecent(read.at, parameter.seconds('p.backup.verify_max_age')),
        ),
      () =>
        every(
          found,
          'was read in all of its parts, and each was whole',
          ({ parts, bad, total }) => total > 0 && parts === total && bad.length === 0,
        ),
    )
  },
)
