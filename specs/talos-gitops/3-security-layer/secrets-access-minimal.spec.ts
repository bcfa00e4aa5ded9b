import { control, none } from '#harness'
import { isMadeByItself } from '../built-in.ts'
import { isWide, may, reachesOf, reigns, shown } from '../reach.ts'

control(
  'Only the named subjects may read secrets outside their own namespace',
  {
    statement: 'TG-40',
    impact: 'high',
    kind: 'identity',
    standards: ['AC-6', 'AC-3'],
    remedy:
      'Take `secrets` out of the cluster role, or bind it in the namespace where it is needed.',
  },
  ({ lab, parameter }) => {
    const accepted = parameter.words('p.rbac.secret_readers')

    none(
      reachesOf(lab),
      'lets somebody read secrets of others',
      (reach) =>
        may(reach, ['get', 'list', 'watch'], '', 'secrets') &&
        (reach.namespace === undefined || reach.namespace !== reach.home) &&
        // Who may do everything is judged by itself.
        !(isWide(reach) && reigns(reach)) &&
        !isMadeByItself(reach) &&
        !accepted.includes(reach.subject),
      shown,
    )
  },
)
