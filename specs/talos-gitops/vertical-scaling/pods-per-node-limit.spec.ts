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
  ({ lab, parameter }) =>
    every(lab.kubeNodes, 'has room for more pods', ({ name, allocatable }) => {
      const { complete, items } = lab.kubePods
      const pods = items.filter(
        ({ node, phase }) => node === name && !['Succeeded', 'Failed'].includes(phase),
      )
      return (
        complete &&
        pods.length <= parameter.number('p.node.max_pods') &&
        pods.length <= parameter.number('p.node.pod_share') * allocatable.pods
      )
    }),
)
