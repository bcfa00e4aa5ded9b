import { all, control, every, that } from '#harness'

control(
  'Alert rules watch the nodes, and the alert that always fires reaches its receiver',
  {
    statement: 'TG-225',
    impact: 'medium',
    strength: 'target',
    kind: 'observability',
    standards: ['SI-4', 'AU-6', 'IR-4'],
    remedy:
      'Load the rules of p.alerts.nodes into Prometheus; see Status of Alertmanager for the route of Watchdog.',
  },
  ({ isRecent, lab, parameter }) => {
    const rules = parameter.words('p.alerts.nodes').map((name) => {
      const rule = lab.prometheusRules.find((one) => one.name === name)
      return {
        rule: name,
        health: rule?.health ?? 'missing',
        evaluatedAt: rule?.evaluatedAt ?? '',
        unseen: (rule?.metrics ?? []).filter((metric) => !lab.alertedSeries.includes(metric)),
      }
    })
    const watchdog = lab.alertmanager.alerts.find(({ name }) => name === 'Watchdog')
    all(
      () =>
        every(
          rules.map(({ evaluatedAt, health, rule }) => ({ rule, health, evaluatedAt })),
          'is evaluated, just now and well',
          ({ evaluatedAt, health }) =>
            health === 'ok' && isRecent(evaluatedAt, parameter.seconds('p.alerts.max_age')),
        ),
      () =>
        every(
          rules.map(({ rule, unseen }) => ({ rule, unseen })),
          'looks at series that there are',
          ({ unseen }) => unseen.length === 0,
        ),
      () =>
        that(
          watchdog !== undefined &&
            watchdog.state === 'active' &&
            isRecent(watchdog.updatedAt, parameter.seconds('p.alerts.max_age')),
          'the alert that always fires is active',
          { watchdog },
        ),
      () =>
        that(
          lab.alertmanager.receivers.some(
            ({ name, ways }) => ways.length > 0 && (watchdog?.receivers ?? []).includes(name),
          ),
          'somebody is told of it',
          { receivers: watchdog?.receivers },
        ),
    )
  },
)
