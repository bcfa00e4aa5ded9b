import { control, every, the } from '#harness'
import { newestDrill } from '../drills.ts'

control(
  'Every other service came back, or would come back, within the day',
  {
    statement: 'LA-78',
    impact: 'medium',
    strength: 'target',
    kind: 'recovery',
    standards: ['CP-10', 'CP-2(3)', 'CIS-11.5'],
    remedy: 'Run `plumb drill service-loss` for it and commit the record.',
  },
  (views) => {
    const { lab, parameter } = views
    const objective = parameter.seconds('p.rto.noncritical')
    const { measurements } = the(newestDrill(views, 'service-loss'), 'service-loss', () => true)
    const tries = (measurements.services ?? []).map((it) => ({
      service: it.service,
      projectedSeconds:
        (Date.parse(it.recoveredAt) - Date.parse(it.lostAt)) / 1000 +
        it.restoreSeconds * 1.5 * Math.max(0, it.realBytes / Math.max(1, it.bytes) - 1),
    }))
    const others = lab.recoveryPlan.services.filter(({ isCritical }) => isCritical === false)

    every(
      others.map(({ name }) => ({ service: name })),
      'was lost for a try, and would be back in time with all of its data',
      ({ service }) =>
        tries.some((it) => it.service === service) &&
        tries
          .filter((it) => it.service === service)
          .every(({ projectedSeconds }) => projectedSeconds >= 0 && projectedSeconds < objective),
    )
  },
)
