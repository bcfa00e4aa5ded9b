import { all, control, every, saw } from '#harness'

control(
  'Every node runs its containers with containerd',
  {
    statement: 'TG-85',
    impact: 'low',
    kind: 'configuration',
    standards: ['CM-6', 'CM-8'],
    remedy:
      'Install the node again from the Talos image of the code: another runtime does not come with Talos.',
  },
  ({ lab, need }) =>
    all(
      () =>
        every(
          lab.kubeNodes,
          'runs containerd',
          ({ containerRuntime }) => containerRuntime.startsWith('containerd://'),
          ({ containerRuntime, name }) => ({ name, containerRuntime }),
        ),
      () =>
        every(need('talos').nodes, 'was looked at', ({ name }) =>
          saw(lab.kubeNodes, (node) => node.name === name),
        ),
    ),
)
