import { control, every } from '#harness'

control(
  'No node runs more pods than a kubelet is good for, and each has room for more',
  {
    statement: 'TG-175',
    impact: 'low',
    kind: 'sizing',
    standards: ['SC-6'],
    remedy: 'Add a worker, or take pods away; do not raise maxPods of the kubelet instead.',
  },
  ({ lab, parameter }) => {
    const { items: pods, ...look } = lab.kubePods
    every(
      { ...look, items: lab.kubeNodes.items },
      'has room for more pods',
      ({ name, allocatable }) => {
        const own = pods.filter(
          ({ node, phase }) => node === name && !['Succeeded', 'Failed'].includes(phase),
        )
        return (
          own.length <= parameter.number('p.node.max_pods') &&
          own.length <= parameter.number('p.node.pod_share') * allocatable.pods
        )
      },
      ({ allocatable, name }) => ({ name, roomForPods: allocatable.pods }),
    )
    every(lab.kubeNodes, 'is among all nodes', ({ name }) => name !== '')
  },
)
