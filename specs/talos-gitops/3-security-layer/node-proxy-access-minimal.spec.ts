import { control, none } from '#harness'
import { isMadeByItself } from '../built-in.ts'
import { may, reachesOf, reigns, shown } from '../reach.ts'

control(
  'Nobody reaches the nodes through the API server, but those who may do everything',
  {
    statement: 'TG-40',
    impact: 'high',
    kind: 'identity',
    strength: 'target',
    standards: ['AC-6'],
    remedy: 'Take `nodes/proxy` out of the role; metrics are read with `nodes/metrics`.',
  },
  ({ lab, parameter }) => {
    const accepted = parameter.words('p.rbac.node_proxy_allow')

    none(
      reachesOf(lab),
      'leads to the nodes',
      (reach) =>
        may(
          reach,
          ['get', 'create', 'update', 'patch', 'delete', 'list', 'watch'],
          '',
          'nodes/proxy',
        ) &&
        reach.namespace === undefined &&
        // Who may do everything is judged by itself.
        !reigns(reach) &&
        !isMadeByItself(reach) &&
        !accepted.includes(reach.subject),
      shown,
    )
  },
)
