import { all, control, every, none, saw } from '#harness'

control(
  'Each application has a namespace of its own, and none is in the default one',
  {
    statement: 'TG-47',
    impact: 'medium',
    kind: 'isolation',
    standards: ['SC-2', 'SC-3'],
    remedy:
      'Move the workload into the namespace of its application, with a label `app.kubernetes.io/instance` that says whose it is.',
  },
  ({ lab, need }) => {
    const { applications } = need('kubernetes')
    const pods = {
      ...lab.kubePods,
      items: lab.kubePods.items.map(({ labels, name, namespace }) => ({
        namespace,
        pod: name,
        of: labels['app.kubernetes.io/instance'] ?? 'nobody',
      })),
    }

    all(
      () => none(pods, 'is in the default namespace', ({ namespace }) => namespace === 'default'),
      () =>
        every(
          applications,
          'has a namespace, and has it alone',
          ({ namespace }) =>
            namespace !== 'default' &&
            applications.filter((other) => other.namespace === namespace).length === 1 &&
            saw(lab.kubeNamespaces, ({ name }) => name === namespace),
        ),
      () =>
        none(pods, 'is in the namespace of another application', ({ namespace, of }) =>
          applications.some((app) => app.namespace === namespace && app.name !== of),
        ),
    )
  },
)
