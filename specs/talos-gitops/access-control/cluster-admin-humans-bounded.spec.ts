import { control, none } from '#harness'
import { isAccount, isWide, reachesOf, reigns, shown } from '../reach.ts'

/** Bindings that Kubernetes makes itself; what they name is no person. */
const BUILT_IN: Readonly<Record<string, string>> = {
  'cluster-admin': 'Group system:masters',
  'system:kube-controller-manager': 'User system:kube-controller-manager',
}

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
        BUILT_IN[reach.binding] !== reach.subject &&
        !parameter.words('p.rbac.admin_subjects').includes(reach.subject),
      shown,
    ),
)
