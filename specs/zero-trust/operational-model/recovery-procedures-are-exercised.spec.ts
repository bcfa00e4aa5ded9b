import { all, control, every, the } from '#harness'

control(
  'Every runbook was carried out lately, as it is written now, and worked',
  {
    statement: 'ZT-65',
    impact: 'high',
    kind: 'recovery',
    standards: ['CP-4', 'CP-10', 'CP-3', 'CIS-11.5'],
    remedy:
      'Carry out the drill of the scenario, `plumb drill <scenario>`, and commit the record that it writes; a record by hand does not count, and neither does one of an older runbook.',
  },
  ({ ageSeconds, lab, need, parameter }) => {
    const longest = parameter.seconds('p.drill.max_age')
    const scenarios = [
      ...new Set([...parameter.words('p.drill.scenarios'), ...need('recovery').scenarios]),
    ].map((scenario) => ({ scenario }))
    const latest = (scenario: string) => {
      const records = lab.drillRecords.filter((record) => record.scenario === scenario)
      return the(records.slice(-1), `record of ${scenario}`, () => true)
    }

    all(
      () =>
        every(
          scenarios.map(({ scenario }) => {
            const record = lab.drillRecords.findLast((it) => it.scenario === scenario)
            return { scenario, endedAt: record?.endedAt ?? 'never', file: record?.file }
          }),
          'was exercised within the drill period',
          ({ endedAt, file }) => {
            const age = file === undefined ? Number.NaN : ageSeconds(endedAt)
            return age >= 0 && age <= longest
          },
        ),
      () =>
        every(
          scenarios,
          'followed the runbook as it is written now',
          ({ scenario }) =>
            the(lab.runbooks.runbooks, `runbook ${scenario}`, (it) => it.scenario === scenario)
              .digest === latest(scenario).runbookDigest,
        ),
      () =>
        every(scenarios, 'recovered within its objective', ({ scenario }) => {
          const { objectiveSeconds, recoverySeconds, result } = latest(scenario)
          return result === 'recovered' && recoverySeconds <= objectiveSeconds
        }),
      () =>
        every(scenarios, 'had every step carried out, and succeed', ({ scenario }) => {
          // What only a machine can show, such as a power cut, has no commands.
          const { boots, consumers, steps } = latest(scenario).measurements
          return steps === undefined
            ? boots !== undefined || consumers !== undefined
            : steps.length > 0 && steps.every(({ status }) => status === 0)
        }),
    )
  },
)
