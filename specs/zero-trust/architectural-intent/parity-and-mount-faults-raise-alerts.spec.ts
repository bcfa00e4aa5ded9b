import { all, control, every, none, saw, the } from '#harness'
import { canSilence, endingsOf, namesBehind } from './alert-routes.ts'

control(
  'Stale parity, lost disks, mounts and guests raise alerts that reach a person',
  {
    statement: 'ZT-18',
    impact: 'high',
    kind: 'observability',
    standards: ['SI-4(5)', 'IR-5', 'AU-5', 'CIS-13.1'],
    remedy:
      'Add the rule, with `or absent(<metric>)`, to the rule files of Prometheus and a receiver to alertmanager.yml; then run `plumb drill alert-delivery` and commit its record.',
  },
  ({ ageSeconds, evidenceOf, inventory, lab, need, parameter }) => {
    const required = parameter.words('p.alert.required').map((alert) => ({ alert }))
    const rules = lab.prometheusRules
    const askedAt = ageSeconds(
      the(evidenceOf('prometheusRules', 'lab'), 'answer', () => true).takenAt,
    )
    const longest = parameter.seconds('p.alert.max_latency')
    const ruleOf = (alert: string) => the(rules, `rule ${alert}`, (it) => it.name === alert)
    // Without an Alertmanager nothing is known of who is told: Grafana may do it by itself.
    const { receivers, routes, sent, silences } = lab.alertmanager
    const endsOf = (alert: string) =>
      endingsOf(routes, { ...ruleOf(alert).labels, alertname: alert })
    const { url: asked = 'none:' } = need('apis').alertmanager ?? {}
    const { url: prometheus = 'none:' } = need('apis').prometheus ?? {}
    const isRecent = (at: string) => ageSeconds(at) <= parameter.seconds('p.drill.max_age')
    const dated = lab.drillRecords
      .filter(({ scenario }) => scenario === 'alert-delivery')
      .map(({ endedAt, file }) => ({ file, endedAt }))
    const seriesOf = (metric: string) => {
      const items = lab.metrics.samples.filter(({ name }) => name === metric)
      const because = `no series of ${metric} was seen: of which its absent() tells is not known`
      return saw({ items, complete: false, because }, () => true)
        ? items.map(({ labels }) => labels)
        : []
    }
    const drills = lab.drillRecords.filter(
      (record) => record.scenario === 'alert-delivery' && isRecent(record.endedAt),
    )

    all(
      () => none(dated, 'is dated ahead', ({ endedAt }) => ageSeconds(endedAt) < 0),
      () =>
        every(required, 'has a rule that is evaluated', ({ alert }) => {
          const { evaluatedAt, health } = ruleOf(alert)
          return health === 'ok' && ageSeconds(evaluatedAt) - askedAt <= longest
        }),
      // A metric that vanishes with its host compares with nothing, and nothing is silent.
      () =>
        every(
          required.flatMap(({ alert }) =>
            ruleOf(alert)
              .metrics.filter((metric) => metric !== 'up')
              .map((metric) => ({ alert, metric })),
          ),
          'is noticed when it vanishes',
          ({ metric }) => {
            const noticed = rules
              .flatMap(({ absent, health }) => (health === 'ok' ? absent : []))
              .filter((it) => it.metric === metric && !it.isNarrower)
            const isCovered = (labels: Readonly<Record<string, string>>) =>
              noticed.some((it) =>
                Object.entries(it.labels).every(([label, value]) => labels[label] === value),
              )
            // One for a machine says nothing about the others: every series that there is must be covered.
            return (
              isCovered({}) || (noticed.length > 0 && seriesOf(metric).every((it) => isCovered(it)))
            )
          },
        ),
      () =>
        every(
          required.flatMap(({ alert }) =>
            endsOf(alert).map(({ receiver, isTimed }) => ({ alert, receiver, isTimed })),
          ),
          'goes to a receiver that tells somebody, at any hour',
          ({ receiver, isTimed }) =>
            !isTimed && the(receivers, receiver, (it) => it.name === receiver).ways.length > 0,
        ),
      () =>
        none(
          required.flatMap(({ alert }) =>
            silences
              .filter(({ matchers }) =>
                canSilence(matchers, { ...ruleOf(alert).labels, alertname: alert }),
              )
              .map(({ endsAt, id, matchers }) => ({ alert, silence: id, endsAt, matchers })),
          ),
          'is silenced now',
          () => true,
        ),
      () =>
        every(
          lab.prometheusRuntime.alertmanagers.map(({ host, port }) => ({ host, port })),
          'is the Alertmanager that we asked',
          ({ host, port }) =>
            String(port) === new URL(asked).port &&
            namesBehind(asked, prometheus, inventory.hosts).includes(host),
        ),
      () =>
        every(
          sent.filter(({ tried }) => tried > 0),
          'has had messages accepted',
          ({ tried, failed }) => failed < tried,
        ),
      () =>
        every(required, `arrived within ${longest} s when it was tried`, ({ alert }) => {
          const record = the(
            {
              items: drills.slice(-1),
              complete: false,
              because: `${need('recovery').records} holds no record of alert-delivery that is young enough`,
            },
            'alert-delivery',
            () => true,
          )
          const tried = the(record.measurements.alerts ?? [], alert, (it) => it.alert === alert)
          const waited = Date.parse(tried.arrivedAt ?? '') - Date.parse(tried.provokedAt)
          return (
            record.result === 'recovered' &&
            !tried.wasFiring &&
            waited >= 0 &&
            waited / 1000 <= longest
          )
        }),
    )
  },
)
