import { all, control, every, same, the } from '#harness'
import { placed } from '../shown.ts'

control(
  'Every node is known to Cilium, and reaches all others',
  {
    statement: 'TG-75',
    impact: 'high',
    kind: 'topology',
    standards: ['SI-13'],
    remedy:
      'Ask the agent of the node: `kubectl -n kube-system exec ds/cilium -- cilium-health status`; look for a firewall between UDP 8472 or TCP 4240 of the nodes.',
  },
  ({ lab }) =>
    all(
      () =>
        same(
          {
            ...lab.ciliumNodes,
            items: lab.ciliumNodes.items.map(({ name }) => name),
          },
          lab.kubeNodes.items.map(({ name }) => name),
          'nodes of Cilium',
        ),
      () =>
        every(
          lab.kubeNodes,
          'reaches all others',
          ({ name }) => {
            const because = `no agent of ${name} says whom it reaches`
            const { others } = the(
              { items: lab.clusterMetrics.unreachable, complete: false, because },
              `measurement of ${name}`,
              ({ node }) => node === name,
            )
            return others === 0
          },
          placed,
        ),
    ),
)
