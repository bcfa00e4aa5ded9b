import { all, control, that, the } from '#harness'

control(
  'A run of this suite over the lab finished lately, and saw nearly everything',
  {
    statement: 'TG-205',
    impact: 'medium',
    strength: 'target',
    kind: 'observability',
    standards: ['CA-7', 'CA-2', 'CIS-4.1'],
    remedy:
      'Run `plumb verify --target live` every night, and commit its run.json to reports/compliance; give it the rights that its unverifiable controls name.',
  },
  ({ ageSeconds, inventory, lab, parameter }) => {
    const items = lab.complianceRuns
      .filter((run) => run.lab === inventory.lab && run.target === 'live')
      .slice(-1)
    const run = the(items, 'stored run of this lab', () => true)
    const ageInSeconds = ageSeconds(run.startedAt)
    all(
      () =>
        that(
          ageInSeconds >= 0 && ageInSeconds <= parameter.seconds('p.compliance.interval'),
          'it is recent',
          run,
        ),
      () =>
        that(
          run.judged > 0 &&
            run.unverifiable / run.judged <= parameter.number('p.compliance.max_unverifiable'),
          'it judged something, and could verify nearly all of it',
          run,
        ),
    )
  },
)
