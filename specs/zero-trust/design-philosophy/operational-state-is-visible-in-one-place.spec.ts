import { all, control, every, none, saw } from '#harness'

control(
  'The present state can be read from Grafana, without logging in to a host',
  {
    statement: 'ZT-74',
    impact: 'low',
    strength: 'target',
    kind: 'observability',
    standards: ['SI-4', 'AU-6', 'CA-7', 'CIS-8.11'],
    remedy:
      'Give each measurement of p.metrics.required a panel whose query names it, on a data source that is there; a panel without a row lost its metric or its data source.',
  },
  ({ isRecent, lab, parameter }) => {
    const longest = parameter.seconds('p.metrics.freshness')
    const { items, ...whole } = lab.grafanaPanels
    const { dataSources } = lab.grafana
    const names = (expression: string, metric: string) =>
      new RegExp(`(^|[^\\w:])${metric}([^\\w:]|$)`).test(expression)
    const required = parameter.words('p.metrics.required').map((metric) => ({
      metric,
      panels: items.filter(({ expression }) => names(expression, metric)),
    }))

    all(
      () =>
        every(required, 'is shown by a panel', ({ panels }) =>
          saw({ ...whole, items: panels }, () => true),
        ),
      () =>
        every(required, 'is shown as it is now', ({ panels }) =>
          saw(
            { ...whole, items: panels },
            ({ newestAt, rows = 0 }) =>
              rows > 0 && newestAt !== undefined && isRecent(newestAt, longest),
          ),
        ),
      () =>
        none(
          items.map(({ dashboard, panel, dataSource }) => ({ dashboard, panel, dataSource })),
          'asks a data source that is not there, or sick',
          ({ dataSource }) =>
            !dataSources.items.some(({ uid, health }) => uid === dataSource && health === 'OK'),
        ),
    )
  },
)
