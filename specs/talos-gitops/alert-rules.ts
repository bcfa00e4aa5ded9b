import { all, every, type Views } from '#harness'

/** Rules of these names are evaluated just now, and look at series that there are. */
export function watched({ isRecent, lab, parameter }: Views, names: readonly string[]): void {
  const rules = names.map((name) => {
    const found = lab.prometheusRules.filter((one) => one.name === name)
    return {
      rule: name,
      health: found.length === 0 ? ['missing'] : found.map(({ health }) => health),
      evaluatedAt: found.map(({ evaluatedAt }) => evaluatedAt),
      metrics: [...new Set(found.flatMap(({ metrics }) => metrics))],
    }
  })
  all(
    () =>
      every(
        rules.map(({ evaluatedAt, health, rule }) => ({ rule, health, evaluatedAt })),
        'is evaluated, just now and well',
        ({ evaluatedAt, health }) =>
          health.every((one) => one === 'ok') &&
          evaluatedAt.every((at) => isRecent(at, parameter.seconds('p.alerts.max_age'))),
      ),
    () =>
      every(
        rules.map(({ metrics, rule }) => ({
          rule,
          metrics,
          unseen: metrics.filter((metric) => !lab.alertedSeries.includes(metric)),
        })),
        'looks at series that there are',
        ({ metrics, unseen }) => metrics.length > 0 && unseen.length === 0,
      ),
  )
}
