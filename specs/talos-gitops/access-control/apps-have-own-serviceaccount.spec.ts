import { all, control, every, none } from '#harness'

control(
  'Every application runs under an account of its own',
  {
    statement: 'TG-46',
    impact: 'medium',
    kind: 'identity',
    standards: ['IA-9', 'AC-6'],
    remedy:
      'Set `serviceAccountName` in the pod template, one account per application; jobs and hooks count as well.',
  },
  ({ lab, need }) => {
    const homes = need('kubernetes').applications.map(({ namespace }) => namespace)
    const pods = lab.kubePods.items
      .filter(({ namespace }) => homes.includes(namespace))
      .map(({ labels, name, namespace, owner, serviceAccount }) => ({
        namespace,
        pod: name,
        account: serviceAccount,
        // One that has no name stands for itself.
        of: labels['app.kubernetes.io/name'] ?? owner ?? name,
      }))

    all(
      () =>
        every(
          { ...lab.kubePods, items: pods },
          'runs under an account of its own',
          ({ account }) => account !== 'default' && account !== '',
        ),
      () =>
        none(
          { ...lab.kubePods, items: pods },
          'shares its account with another application',
          (pod) =>
            pods.some(
              (other) =>
                other.namespace === pod.namespace &&
                other.account === pod.account &&
                other.of !== pod.of,
            ),
        ),
    )
  },
)
