import { all, control, every, the } from '#harness'
import { newestDrill } from '../drills.ts'

control(
  'Every critical service came back within the hour when it was lost with its data',
  {
    statement: 'LA-77',
    impact: 'critical',
    strength: 'target',
    kind: 'recovery',
    standards: ['CP-10', 'CP-4', 'CP-2(3)', 'CIS-11.5'],
    remedy:
      'Run `plumb drill service-loss` and commit its record; make the slowest restore faster, or keep a warm copy.',
  },
  (views) => {
    const { lab, parameter } = views
    const objective = parameter.seconds('p.rto.critical')
    const { measurements } = the(newestDrill(views, 'service-loss'), 'service-loss', () => true)
    const tries = measurements.services ?? []
    const seconds = ({ lostAt, recoveredAt }: (typeof tries)[number]) =>
      (Date.parse(recoveredAt) - Date.parse(lostAt)) / 1000
    const critical = lab.recoveryPlan.services.filter(({ isCritical }) => isCritical !== false)

    all(
      () =>
        every(
          critical.map(({ name }) => ({ service: name })),
          'was lost for a try',
          ({ service }) => tries.some((it) => it.service === service),
        ),
      () =>
        every(
          tries.filter(({ service }) => critical.some(({ name }) => name === service)),
          'lost its data and was back in time, as clients and Prometheus saw it',
          (it) =>
            it.dataWasLost &&
            it.bytes > 0 &&
            it.realBytes > 0 &&
            seconds(it) >= 0 &&
            seconds(it) < objective &&
            it.seenSeconds < objective &&
            Math.abs(it.seenSeconds - seconds(it)) <= 60,
        ),
      // What was tried with little data takes longer with all of it.
      () =>
        every(
          tries
            .filter(({ service }) => critical.some(({ name }) => name === service))
            .map((it) => ({
              service: it.service,
              projectedSeconds: Math.round(
                seconds(it) -
                  it.restoreSeconds +
                  it.restoreSeconds * Math.max(1, it.realBytes / Math.max(1, it.bytes)),
              ),
            })),
          'would be back in time with all of its data',
          ({ projectedSeconds }) => projectedSeconds < objective,
        ),
    )
  },
)
