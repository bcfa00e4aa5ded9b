import { all, control, that, the } from '#harness'
import { newestDrill } from '../drills.ts'

control(
  'A service was put back to the revision before, was well in time, and forward again',
  {
    statement: 'LA-09',
    impact: 'medium',
    strength: 'target',
    kind: 'recovery',
    standards: ['CM-2(3)', 'CP-10', 'CP-4', 'CIS-11.5'],
    remedy:
      'Run `plumb drill rollback` on a service that matters, keep the image of the revision before, and commit the record.',
  },
  (views) => {
    const { lab, parameter } = views
    const { result, measurements } = the(newestDrill(views, 'rollback'), 'rollback', () => true)
    const { service, from, to, said, healthySeconds, dataReadable, forwardAgain } = the(
      measurements.rollback ? [measurements.rollback] : [],
      'measurement of a rollback',
      () => true,
    )
    const { isCritical } = the(lab.recoveryPlan.services, service, ({ name }) => name === service)

    all(
      () =>
        that(
          result === 'recovered' && healthySeconds <= parameter.seconds('p.rollback.max_time'),
          'it was well in time',
          { service, healthySeconds, result },
        ),
      () =>
        that(from !== to && said === to, 'it was the revision before, by its own word', {
          from,
          to,
          said,
        }),
      () =>
        that(
          dataReadable && forwardAgain,
          'data of the newer one could be read, and it went forward again',
          { dataReadable, forwardAgain },
        ),
      () => that(isCritical === true, 'it was one that matters', { service }),
    )
  },
)
