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
    const pods = lab.kubePods.items.filter(({ namespace }) => homes.includes(namespace))
    const nameOf = ({ labels }: (typeof pods)[number]) => labels['app.kubernetes.io/name'] ?? ''

    all(
      () =>
        every(
          {
            ...lab.kubePods,
            items: pods.map((pod) => ({
              pod: pod.name,
              namespace: pod.namespace,
              account: pod.serviceAccount,
            })),
          },
          'runs under an account of its own',
          ({ account }) => account !== 'default' && account !== '',
        ),
      () =>
        none(pods, 'shares its account with another application', (pod) =>
          pods.some(
            (other) =>
              other.namespace === pod.namespace &&
              other.serviceAccount === pod.serviceAccount &&
              nameOf(other) !== nameOf(pod),
          ),
        ),
    )
  },
)
