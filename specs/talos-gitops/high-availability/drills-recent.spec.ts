import { all, control, every } from '#harness'

control(
  'Every recovery was exercised lately, where it had to be, and the last time it worked',
  {
    statement: 'TG-233',
    impact: 'high',
    kind: 'recovery',
    standards: ['CP-4', 'CP-9(1)', 'CIS-11.5'],
    remedy:
      'Carry out the drill of the scenario, `plumb drill <scenario>`, and commit the record that it writes.',
  },
  ({ isRecent, lab, need, parameter }) => {
    const longest = parameter.seconds('p.drill.max_age')
    const optional = parameter.words('p.drill.optional')
    const onlyLive = parameter.words('p.drill.live_only')
    const latest = need('recovery').scenarios.map((scenario) => {
      const { endedAt, result, target } =
        lab.drillRecords.findLast(
          (record) =>
            record.scenario === scenario &&
            (record.target === 'live' || !onlyLive.includes(scenario)),
        ) ?? {}
      return { scenario, endedAt: endedAt ?? 'never', result, target }
    })
    all(
      () =>
        every(
          latest.filter(
            ({ endedAt, scenario }) => endedAt !== 'never' || !optional.includes(scenario),
          ),
          'was exercised within the interval',
          ({ endedAt }) => endedAt !== 'never' && isRecent(endedAt, longest),
        ),
      // What went wrong on a lesser replica is a finding, what went well there is none.
      () =>
        every(
          need('recovery')
            .scenarios.flatMap((scenario) =>
              lab.drillRecords.filter((record) => record.scenario === scenario).slice(-1),
            )
            .map(({ file, result, scenario }) => ({ scenario, file, result })),
          'ended well the last time',
          ({ result }) => result === 'recovered',
        ),
    )
  },
)
