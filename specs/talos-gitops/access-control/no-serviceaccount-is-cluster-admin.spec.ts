import { control, none } from '#harness'
import { isAccount, isWide, reachesOf, reigns, shown } from '../reach.ts'

/** Accounts of the control plane’s own programs that need it, by the bindings that it renews at every start. */
const BUILT_IN = ['clusterrole-aggregation-controller', 'generic-garbage-collector'].map(
  (name) => `system:controller:${name} ServiceAccount kube-system/${name}`,
)

control(
  'No service account may do everything, but the few that are named',
  {
    statement: 'TG-46',
    impact: 'critical',
    kind: 'identity',
    standards: ['AC-6', 'AC-6(5)'],
    remedy:
      'Bind the account to a role with the rights that it needs; a controller that has to do everything goes into p.rbac.cluster_admin_allow.',
  },
  ({ lab, parameter }) =>
    none(
      reachesOf(lab),
      'gives an account every right',
      (reach) =>
        isAccount(reach) &&
        isWide(reach) &&
        reigns(reach) &&
        !(
          reach.namespace === undefined && BUILT_IN.includes(`${reach.binding} ${reach.subject}`)
        ) &&
        !parameter.words('p.rbac.cluster_admin_allow').includes(reach.subject),
      shown,
    ),
)
