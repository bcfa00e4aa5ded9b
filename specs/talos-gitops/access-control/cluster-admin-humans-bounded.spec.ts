import { control, none } from '#harness'
import { isAccount, isWide, reachesOf, reigns } from '../reach.ts'

control(
  'Only the named people may do everything in the cluster',
  {
    statement: 'TG-45',
    impact: 'high',
    kind: 'identity',
    standards: ['AC-2', 'AC-6'],
    remedy:
      'Delete the binding, or name the person in p.rbac.admin_subjects; system:masters is in the built-in binding alone.',
  },
  ({ lab, parameter }) =>
    none(
      reachesOf(lab),
      'gives a person every right',
      (reach) =>
        !isAccount(reach) &&
        isWide(reach) &&
        reigns(reach) &&
        !(reach.subject === 'Group system:masters' && reach.binding === 'cluster-admin') &&
        !parameter.words('p.rbac.admin_subjects').includes(reach.subject),
    ),
)
