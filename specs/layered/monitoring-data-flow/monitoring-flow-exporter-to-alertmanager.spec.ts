import { all, control, every, that } from '#harness'
import { hostOf } from '../lookers.ts'

control(
  'One number goes from its exporter through Prometheus and Grafana to Alertmanager',
  {
    statement: 'LA-66',
    impact: 'high',
    kind: 'observability',
    standards: ['SI-4', 'AU-6', 'CA-7', 'CIS-13.1'],
    remedy:
      'Look at which hop the number is missing: the textfile collector, the scrape, the data source, or `alerting:` in prometheus.yml.',
  },
  ({ ageSeconds, isRecent, evidenceOf, host, inventory, lab, need, parameter }) => {
    const { value, at } = host(hostOf({ inventory }, 'prometheus')).canaryGauge
    const longest = parameter.seconds('p.flow.metric_max_delay')
    const sample = lab.scrapedSeries.filter(({ name }) => name === 'plumbline_canary')
    const { alerts, receivers } = lab.alertmanager
    const told = alerts.filter(({ name }) => name === 'PlumblineCanary')
    const own = need('apis').alertmanager?.url ?? 'none:'
    const alertsAt = Math.max(
      ...evidenceOf('alertmanager', 'lab').map(({ takenAt }) => ageSeconds(takenAt)),
    )

    all(
      () => that(isRecent(at, longest + 600), 'the exporter was given a number lately', { at }),
      () =>
        every(
          sample.map(({ value: seen, at: taken }) => ({ seen, taken })),
          'is the same in Prometheus, in time',
          ({ seen, taken }) =>
            seen === value && (Date.parse(taken) - Date.parse(at)) / 1000 >= -longest,
        ),
      () =>
        every(
          lab.grafanaCanary,
          'is the same in Grafana',
          ({ values }) => values.length > 0 && values.every((it) => it === value),
        ),
      () =>
        that(
          lab.prometheusRuntime.alertmanagers.length > 0,
          'Prometheus knows an Alertmanager',
          lab.prometheusRuntime,
        ),
      // A dead Alertmanager stays in the list of those that Prometheus sends to.
      () =>
        every(
          lab.prometheusRuntime.alertmanagers,
          'is the Alertmanager that was asked',
          ({ host: on, port }) =>
            own.includes(`${on}:${port}`) && inventory.hosts.some(({ address }) => address === on),
        ),
      () =>
        every(
          told,
          'is active now, and goes to a receiver with a way',
          ({ state, updatedAt, receivers: names }) =>
            state === 'active' &&
            Math.abs(ageSeconds(updatedAt) - alertsAt) <= longest &&
            names.some((name) => receivers.some((it) => it.name === name && it.ways.length > 0)),
        ),
    )
  },
)
