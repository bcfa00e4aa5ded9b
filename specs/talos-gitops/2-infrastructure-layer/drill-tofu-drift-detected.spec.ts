import { all, control, lastDrill, measured, same, that } from '#harness'

control(
  'A change to a VM behind the back of the code is named by the next drift run, and nothing else is',
  {
    statement: 'TG-34',
    impact: 'high',
    kind: 'recovery',
    standards: ['CM-3', 'CP-4'],
    remedy:
      'Repeat the drill `plumb drill tofu-drift-detected`; take the attribute out of `ignore_changes` where nothing was reported.',
  },
  (views) => {
    const drill = lastDrill(views, 'tofu-drift-detected')
    const drift = measured(drill, 'drift')

    all(
      () => that(drill.result === 'recovered', 'the drill ended well', { result: drill.result }),
      () => same(drift.reported, [drift.changed], 'resources reported as drifted'),
      () =>
        that(
          drift.reportedSeconds <= views.parameter.seconds('p.tofu.drift_interval'),
          'it is reported within one interval',
          drift,
        ),
      () => that(drift.isCleanAfter, 'the plan is empty once the change is taken back', drift),
    )
  },
)
