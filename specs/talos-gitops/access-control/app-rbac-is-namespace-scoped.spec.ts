import { all, control, none } from '#harness'
import { isMadeByItself } from '../built-in.ts'
import { isEveryAccount, reachesOf, shown } from '../reach.ts'

/** By these everybody may look up what the API server serves; Kubernetes makes them itself. */
const OF_ALL = /^system:(basic-user|discovery|public-info-viewer|service-account-issuer-discovery)$/

control(
  'An application has rights in its own namespace and in no other',
  {
    statement: 'TG-46',
    impact: 'high',
    kind: 'isolation',
    standards: ['AC-3', 'AC-6'],
    remedy:
      'Replace the cluster role binding by a role binding in the namespace of the application.',
  },
  ({ lab, need, parameter }) => {
    const homes = need('kubernetes').applications.map(({ namespace }) => namespace)
    const allowed = parameter.words('p.rbac.cross_namespace')

    all(
      () =>
        none(
          reachesOf(lab),
          'gives an application rights everywhere',
          ({ home, namespace, rules }) =>
            home !== undefined &&
            homes.includes(home) &&
            namespace === undefined &&
            rules.length > 0,
          shown,
        ),
      () =>
        none(
          reachesOf(lab),
          'gives all accounts rights, those of applications among them',
          (reach) =>
            isEveryAccount(reach) &&
            reach.rules.length > 0 &&
            !OF_ALL.test(reach.binding) &&
            !allowed.includes(reach.subject),
          shown,
        ),
      () =>
        none(
          reachesOf(lab),
          'gives an account rights in the namespace of others',
          (reach) =>
            reach.home !== undefined &&
            reach.namespace !== undefined &&
            reach.home !== reach.namespace &&
            !isMadeByItself(reach) &&
            !allowed.includes(reach.subject),
          shown,
        ),
    )
  },
)
