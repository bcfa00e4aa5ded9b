import { all, control, every } from '#harness'
import { isSelected, podsOf } from './policies.ts'

control(
  'Every pod of an application is selected by a network policy',
  {
    statement: 'TG-48',
    impact: 'critical',
    kind: 'isolation',
    standards: ['SC-7', 'AC-4', 'CIS-K8S-5.3.2'],
    remedy:
      'Add a NetworkPolicy to `kubernetes/apps/<application>/` whose podSelector means the pod; take `hostNetwork: true` away, as no policy holds for such a pod.',
  },
  (views) =>
    all(
      ...views.need('kubernetes').applications.map(({ namespace }) => () => {
        every(
          podsOf(views, namespace),
          'is selected by a policy',
          (pod) => isSelected(views, pod),
          ({ hostNetwork, name }) => ({ namespace, pod: name, hostNetwork }),
        )
      }),
    ),
)
