import { control, none } from '#harness'
import { isOf, reachesOf, shown } from '../reach.ts'

control(
  'No role of an application holds a wildcard',
  {
    statement: 'TG-40',
    impact: 'medium',
    kind: 'identity',
    standards: ['AC-6'],
    remedy: 'Name verbs, resources and groups in the role, one by one.',
  },
  ({ lab, need }) => {
    const homes = need('kubernetes').applications.map(({ namespace }) => namespace)

    none(
      reachesOf(lab),
      'gives an application a wildcard',
      (reach) =>
        isOf(homes, reach) &&
        reach.rules.some(({ groups, resources, verbs }) =>
          [groups, resources, verbs].some((list) => list.some((word) => word.includes('*'))),
        ),
      shown,
    )
  },
)
