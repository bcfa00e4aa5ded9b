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
  ({ ageSeconds, inventory, lab, need, parameter }) => {
    const longest = parameter.seconds('p.drill.max_age')
    const scenarios = [
      ...new Set([...parameter.words('p.drill.scenarios'), ...need('recovery').scenarios]),
    ].map((scenario) => ({ scenario }))
    const onlyLive = inventory.absent?.gpu === undefined ? parameter.words('p.drill.live_only') : []
    const machines = parameter.words('p.drill.needs_machine')
    /** Whether a drill there met what is hard about it: containers have no disks and no firmware, replicas no GPU. */
    const isWhole = ({ scenario, target }: { scenario: string; target: string }) =>
      target === 'live' ||
      !(onlyLive.includes(scenario) || (machines.includes(scenario) && target === 'containers'))
    const whole = lab.drillRecords.filter(isWhole)
    const latest = (scenario: string, records: typeof lab.drillRecords = whole) => {
      const known = records.filter((record) => record.scenario === scenario)
      return the(known.slice(-1), `record of ${scenario}`, () => true)
    }
    // What went wrong on a lesser replica is a finding, what went well there is none.
    const judged = (scenario: string) => [latest(scenario), latest(scenario, lab.drillRecords)]

    all(
      () =>
        every(
          scenarios.map(({ scenario }) => {
            const record = whole.findLast((it) => it.scenario === scenario)
            const without = lab.drillRecords.filter(
              (it) => it.scenario === scenario && !isWhole(it),
            )
            return {
              scenario,
              endedAt: record?.endedAt ?? 'never',
              file: record?.file,
              lacksTheHardPart: without.map(({ file, target }) => ({ file, target })),
            }
          }),
          'was exercised within the drill period, where its hard part exists',
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
        every(scenarios, 'recovered within its objective', ({ scenario }) =>
          judged(scenario).every(
            ({ objectiveSeconds, recoverySeconds, result }) =>
              result === 'recovered' && recoverySeconds <= objectiveSeconds,
          ),
        ),
      () =>
        every(scenarios, 'had every step carried out, and succeed', ({ scenario }) =>
          // What only a machine can show, such as a power cut, has no commands.
          judged(scenario).every(({ measurements: { boots, consumers, steps } }) =>
            steps === undefined
              ? boots !== undefined || consumers !== undefined
              : steps.length > 0 && steps.every(({ status }) => status === 0),
          ),
        ),
    )
  },
)
