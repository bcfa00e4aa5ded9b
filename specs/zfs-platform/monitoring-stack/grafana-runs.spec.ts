import { all, control, every, saw, that, the } from '#harness'

control(
  'Grafana runs, reads from this Prometheus, and has a dashboard for every purpose',
  {
    statement: 'ZF-104',
    impact: 'medium',

    kind: 'observability',
    standards: ['AU-6', 'SI-4'],
    remedy: 'See Connections, Data sources in Grafana, and press Test; load the missing dashboard.',
  },
  (views) => {
    const { host, inventory, lab, need } = views
    const { host: on, grafana, prometheus, dashboards } = need('monitoring')
    const { address } = the(inventory.hosts, on, ({ name }) => name === on)
    const { name: published } = the(
      need('gateway').routes,
      'route to Prometheus',
      ({ service }) => service === 'prometheus',
    )
    const { isRunning, status } = the(
      host(on).workloads,
      `container ${grafana}`,
      ({ name }) => name === grafana,
    )

    all(
      () => that(isRunning, 'its container runs', { container: grafana, status }),
      () =>
        that(lab.grafana.database === 'ok', 'its database is well', {
          database: lab.grafana.database,
        }),
      () => {
        const source = the(
          lab.grafana.dataSources,
          'data source that is this Prometheus',
          ({ type, host: at }) =>
            type === 'prometheus' && [prometheus, address, published].includes(at),
        )
        that(source.health === 'OK', 'the data source answers', source)
      },
      () =>
        every(dashboards, 'is there', (title) =>
          saw(lab.grafanaDashboards, (one) => one === title),
        ),
    )
  },
)
