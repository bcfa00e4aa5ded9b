import { all, control, that, the } from '#harness'

control(
  'Drift is looked for on a schedule, and was looked for lately',
  {
    statement: 'TG-34',
    impact: 'high',
    kind: 'observability',
    standards: ['CM-3', 'CA-7', 'SI-4'],
    remedy: '`systemctl enable --now` the timer, and read the journal of its service.',
  },
  ({ ageSeconds, isRecent, host, need, parameter }) => {
    const { driftTimer, host: name } = need('tofu')
    const timer = the(
      {
        items: host(name).timers,
        complete: driftTimer !== undefined,
        because: 'the inventory names no tofu.driftTimer',
      },
      'timer that looks for drift',
      ({ unit }) => unit === driftTimer,
    )
    const longest = parameter.seconds('p.tofu.drift_interval')

    all(
      () =>
        that(
          timer.unitFileState === 'enabled' &&
            timer.activeState === 'active' &&
            timer.nextAt !== undefined &&
            -ageSeconds(timer.nextAt) <= longest,
          'its timer is enabled, and due in time',
          timer,
        ),
      () =>
        that(timer.lastAt !== undefined && isRecent(timer.lastAt, longest), 'it ran lately', timer),
      () => {
        const service = the(
          host(name).services,
          'service of the timer',
          ({ unit }) => unit === timer.starts,
        )
        that(
          service.result === 'success' && service.program !== undefined,
          'it ended well',
          service,
        )
      },
    )
  },
)
