import { all, control, that } from '#harness'

control(
  'Measurements are kept for a year, and go back as far as they can',
  {
    statement: 'ZF-109',
    impact: 'medium',

    kind: 'observability',
    standards: ['AU-11', 'CA-7'],
    remedy:
      'Start Prometheus with `--storage.tsdb.retention.time=400d` and without `retention.size`; keep its folder when the container is made anew.',
  },
  ({ ageSeconds, lab, parameter }) => {
    const { retention } = lab.prometheusRuntime
    const { maxBytes, oldest } = lab.vmSeries
    const DAYS: Readonly<Record<string, number>> = { d: 1, w: 7, y: 365 }
    const [, amount, unit] = /^(\d+)([dwy])/.exec(retention) ?? []
    const kept = amount && unit ? Number(amount) * (DAYS[unit] ?? 0) * 86_400 : 0

    all(
      () =>
        that(kept >= parameter.seconds('p.metrics.retention'), 'they are kept long enough', {
          retention,
        }),
      // A limit by size wins over one by time.
      () =>
        that(maxBytes === 0 && !/B\b/.test(retention), 'no size cuts them off earlier', {
          maxBytes,
        }),
      () =>
        that(
          oldest !== undefined &&
            ageSeconds(new Date(oldest * 1000).toISOString()) >=
              parameter.seconds('p.metrics.history'),
          'they go back far enough already',
          { oldest },
        ),
    )
  },
)
