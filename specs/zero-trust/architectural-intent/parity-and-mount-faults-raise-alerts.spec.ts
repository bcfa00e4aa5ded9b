import { all, control, every, the } from '#harness'

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
  ({ ageSeconds, evidenceOf, lab, need, parameter }) => {
    const required = parameter.words('p.alert.required').map((alert) => ({ alert }))
    const askedAt = ageSeconds(
      the(evidenceOf('prometheusRules', 'lab'), 'answer', () => true).takenAt,
    )
    const longest = parameter.seconds('p.alert.max_latency')
    const ruleOf = (alert: string) =>
      the(lab.prometheusRules, `rule ${alert}`, (it) => it.name === alert)
    const labelsOf = (alert: string): Readonly<Record<string, string>> => ({
      ...ruleOf(alert).labels,
      alertname: alert,
    })
    /** Routes that an alert of this rule can end at: labels that its series bring are not known before. */
    const endsOf = (alert: string) => {
      const { routes } = lab.alertmanager
      const known = (label: string) => labelsOf(alert)[label]
      const possible = routes.filter(({ matchers }) =>
        matchers.every(({ label, kind, value }) => {
          const is = known(label)
          return is === undefined || (kind === '=' ? is === value : kind !== '!=' || is !== value)
        }),
      )
      const certain = possible.findIndex(({ matchers }) =>
        matchers.every(({ label, kind }) => known(label) !== undefined && /^!?=$/.test(kind)),
      )
      return possible.slice(0, certain + 1)
    }
    const isRecent = (at: string) =>
      ageSeconds(at) >= 0 && ageSeconds(at) <= parameter.seconds('p.drill.max_age')
    const drills = lab.drillRecords.filter(
      (record) => record.scenario === 'alert-delivery' && isRecent(record.endedAt),
    )

    all(
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
          ({ metric }) =>
            lab.prometheusRules.some(
              ({ absent, health }) => health === 'ok' && absent.includes(metric),
            ),
        ),
      () =>
        every(
          required.flatMap(({ alert }) =>
            endsOf(alert).map(({ receiver, isTimed }) => ({ alert, receiver, isTimed })),
          ),
          'goes to a receiver that tells somebody, at any hour',
          ({ receiver, isTimed }) =>
            !isTimed &&
            the(lab.alertmanager.receivers, receiver, (it) => it.name === receiver).ways.length > 0,
        ),
      () =>
        every(
          lab.prometheusRuntime.alertmanagers.map(({ host, port }) => ({ host, port })),
          'is the Alertmanager that we asked',
          ({ port }) => String(port) === new URL(need('apis').alertmanager?.url ?? 'none:0').port,
        ),
      () =>
        every(
          lab.alertmanager.sent.filter(({ tried }) => tried > 0),
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
