import { all, control, every } from '#harness'

control(
  'Alert rules watch the audit logs for what is unusual, over series that there are',
  {
    statement: 'TG-210',
    impact: 'medium',
    strength: 'target',
    kind: 'observability',
    standards: ['SI-4', 'AU-6'],
    remedy:
      'Load the rules of p.alerts.audit into Prometheus, and let Loki record the series that they look at.',
  },
  ({ isRecent, lab, parameter }) => {
    const rules = parameter.words('p.alerts.audit').map((name) => {
      const rule = lab.prometheusRules.find((one) => one.name === name)
      return {
        rule: name,
        health: rule?.health ?? 'missing',
        evaluatedAt: rule?.evaluatedAt ?? '',
        unseen: (rule?.metrics ?? []).filter((metric) => !lab.alertedSeries.includes(metric)),
      }
    })
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
    )
  },
)
