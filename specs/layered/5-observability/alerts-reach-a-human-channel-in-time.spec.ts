import { all, control, every, none, that, the } from '#harness'
import { isInside } from '../places.ts'
import { canSilence } from '../silences.ts'

control(
  'A fault is told to a person in time, and so is that alerting itself is dead',
  {
    statement: 'LA-27',
    impact: 'critical',
    kind: 'observability',
    standards: ['SI-4(5)', 'IR-5', 'IR-6', 'AU-5', 'CIS-13.1', 'CIS-8.11'],
    remedy:
      'Mend the receiver in alertmanager.yml, run `plumb drill alert-delivery` and commit its record; have a check outside the site call when the Watchdog stops.',
  },
  ({ ageSeconds, isRecent, evidenceOf, inventory, lab, need, parameter }) => {
    const { outsideCheck } = need('recovery')
    const longest = parameter.seconds('p.alert.max_latency')
    const { alerts, receivers, sent, silences } = lab.alertmanager
    const askedAt = Math.max(
      ...evidenceOf('alertmanager', 'lab').map(({ takenAt }) => ageSeconds(takenAt)),
    )
    const drills = lab.drillRecords.filter(
      ({ scenario, endedAt }) =>
        scenario === 'alert-delivery' && isRecent(endedAt, parameter.seconds('p.drill.max_age')),
    )
    const because = `${need('recovery').records} holds no record of alert-delivery that is young enough`

    all(
      () =>
        that(
          alerts.some(
            ({ name, state, updatedAt, receivers: to }) =>
              name === outsideCheck?.alert &&
              state === 'active' &&
              Math.abs(ageSeconds(updatedAt) - askedAt) <=
                parameter.seconds('p.alert.deadman_interval') &&
              to.includes(outsideCheck.receiver),
          ),
          'the sign of life is given, and told outside',
          { outsideCheck, held: alerts },
        ),
      () =>
        that(
          receivers.some(
            ({ name, ways }) =>
              name === outsideCheck?.receiver &&
              ways.some(({ host = '' }) => host !== '' && !isInside(host, { inventory })),
          ),
          'who is told that it lives stands outside',
          { receiver: outsideCheck?.receiver },
        ),
      // Since it started, and of today alone: after a good year a bad week is nothing.
      () =>
        every(
          [sent, lab.alertDeliveries].flatMap((counts) =>
            counts.filter(({ tried, failed }) => tried > 0 || failed > 0),
          ),
          'has had its messages taken',
          ({ tried, failed }) => failed === 0 || failed / tried < 0.01,
        ),
      () =>
        every(
          lab.alertDeliveries.filter(({ tried }) => tried > 0),
          'has had a message today',
          () => true,
        ),
      () =>
        none(
          silences.map(({ id, matchers }) => ({ silence: id, matchers })),
          'silences everything',
          // Whatever it is called: then it holds for a name that nobody ever gave an alert.
          ({ matchers }) => canSilence(matchers, { alertname: 'NeverHeardOf' }),
        ),
      () => {
        const { measurements, result } = the(
          { items: drills.slice(-1), complete: false, because },
          'alert-delivery',
          () => true,
        )
        every(
          measurements.alerts ?? [],
          `arrived within ${longest} s when it was tried`,
          ({ provokedAt, arrivedAt = '', wasFiring }) => {
            const waited = (Date.parse(arrivedAt) - Date.parse(provokedAt)) / 1000
            return result === 'recovered' && !wasFiring && waited >= 0 && waited <= longest
          },
        )
      },
    )
  },
)
