import { all, control, every, saw, that, the } from '#harness'
import { hostOf } from '../lookers.ts'

control(
  'Grafana is well, and its data sources answer and are those of the lab',
  {
    statement: 'LA-50',
    impact: 'medium',
    kind: 'observability',
    standards: ['SI-4', 'AU-6', 'CIS-8.11'],
    remedy:
      'Correct the URL of the data source, start what is behind it, and provision the dashboards again.',
  },
  ({ host, inventory, lab }) => {
    const { database, dataSources } = lab.grafana
    const addressOf = (service: string) => {
      const { host: on, ports } = the(inventory.services, service, ({ name }) => name === service)
      return { address: the(inventory.hosts, on, ({ name }) => name === on).address, ports }
    }
    const { value } = host(hostOf({ inventory }, 'prometheus')).canaryGauge

    all(
      () => that(database === 'ok', 'it is well', { database }),
      () =>
        every(
          ['prometheus', 'loki'],
          'is a data source that answers, and the lab’s own',
          (type) => {
            const { address, ports } = addressOf(type)
            return saw(
              dataSources,
              (it) =>
                it.type === type &&
                it.health === 'OK' &&
                it.host === address &&
                ports.includes(it.port),
            )
          },
        ),
      () => every(dataSources, 'answers', ({ health }) => health === 'OK'),
      () =>
        that(
          !saw(lab.grafanaDashboards, () => false) && lab.grafanaDashboards.items.length > 0,
          'there are dashboards',
          { dashboards: lab.grafanaDashboards.items.length },
        ),
      // A page that loads shows nothing by itself: a number of today has to come through.
      () =>
        every(lab.grafanaCanary, 'gets the number of today', ({ values }) =>
          values.includes(value),
        ),
    )
  },
)
