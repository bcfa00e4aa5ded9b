import { all, control, none } from '#harness'
import { reachesOf } from '../reach.ts'

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
        ),
      () =>
        none(
          reachesOf(lab),
          'gives an account rights in the namespace of others',
          ({ home, namespace, subject }) =>
            home !== undefined &&
            namespace !== undefined &&
            home !== namespace &&
            !allowed.includes(subject),
        ),
    )
  },
)
