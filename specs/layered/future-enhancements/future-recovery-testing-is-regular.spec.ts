import { control, every } from '#harness'

control(
  'Every loss that is thought of was drilled in the last months',
  {
    statement: 'LA-94',
    impact: 'high',
    strength: 'future',
    kind: 'recovery',
    standards: ['CP-4', 'CP-4(1)', 'CP-3', 'CIS-11.5'],
    remedy: 'Run the drill that is missing (`plumb drill NAME`) and commit its record.',
    subject: 'recovery-testing',
  },
  ({ ageSeconds, isRecent, lab, need, parameter }) => {
    const wanted = [
      ...new Set([...parameter.words('p.drill.scenarios'), ...need('recovery').scenarios]),
    ]
    const longest = parameter.seconds('p.drill.max_age')
    const newest = wanted.map((scenario) => {
      const own = lab.drillRecords.filter(
        (it) => it.scenario === scenario && ageSeconds(it.endedAt) >= 0,
      )
      return {
        scenario,
        endedAt: own.at(-1)?.endedAt ?? 'never',
        result: own.at(-1)?.result ?? 'none',
      }
    })

    every(
      newest,
      'has a record of its own that is young, and went well',
      ({ endedAt, result }) =>
        endedAt !== 'never' && isRecent(endedAt, longest) && result === 'recovered',
    )
  },
)
