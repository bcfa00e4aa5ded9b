import { all, control, every, none, the } from '#harness'
import { canSilence, endingsOf } from '../silences.ts'

control(
  'Every condition that matters has an alert that is loaded, tried, and told to somebody',
  {
    statement: 'LA-74',
    impact: 'high',
    kind: 'observability',
    standards: ['SI-4(5)', 'CM-6', 'IR-4', 'CIS-8.11', 'CIS-13.1'],
    remedy:
      'Write the rule with `or absent(…)` and its test (`promtool test rules`), give it a receiver, and end silences that last.',
  },
  ({ ageSeconds, evidenceOf, lab, parameter }) => {
    const required = parameter.words('p.alert.required').map((alert) => ({ alert }))
    const askedAt = ageSeconds(
      the(evidenceOf('prometheusRules', 'lab'), 'answer', () => true).takenAt,
    )
    const { receivers, routes, silences } = lab.alertmanager
    const tellsSomebody = (name: string) =>
      receivers.some((it) => it.name === name && it.ways.length > 0)
    const ruleOf = (alert: string) =>
      the(lab.prometheusRules, `rule ${alert}`, ({ name }) => name === alert)

    all(
      () =>
        every(
          required,
          'has a rule that is evaluated',
          ({ alert }) =>
            ruleOf(alert).health === 'ok' &&
            Math.abs(ageSeconds(ruleOf(alert).evaluatedAt) - askedAt) <= 300,
        ),
      // A metric that was renamed compares with nothing, and nothing is silent.
      () =>
        every(
          required,
          'is noticed when what it looks at vanishes',
          ({ alert }) => ruleOf(alert).absent.length > 0,
        ),
      () =>
        every(required, 'was made to fire by a test', ({ alert }) =>
          lab.alertTests.includes(alert),
        ),
      () =>
        every(
          required.map(({ alert }) => ({
            alert,
            endings: endingsOf(routes, { ...ruleOf(alert).labels, alertname: alert }).map(
              ({ receiver, isTimed }) => ({ receiver, isTimed }),
            ),
          })),
          'is told to somebody at any hour, wherever it may end',
          ({ endings }) =>
            endings.length > 0 &&
            endings.every(({ receiver, isTimed }) => tellsSomebody(receiver) && !isTimed),
        ),
      () =>
        none(
          required.flatMap(({ alert }) =>
            silences
              .filter(({ matchers }) =>
                canSilence(matchers, { ...ruleOf(alert).labels, alertname: alert }),
              )
              .map(({ id, endsAt }) => ({ alert, silence: id, endsAt })),
          ),
          'is silenced for long',
          ({ endsAt }) => -ageSeconds(endsAt) > parameter.seconds('p.alert.max_silence'),
        ),
    )
  },
)
