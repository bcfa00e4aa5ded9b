import { all, control, every, that, the } from '#harness'

control(
  'Pods leave a node that is gone after a bounded time, and Longhorn lets them go',
  {
    statement: 'TG-163',
    impact: 'medium',
    strength: 'target',
    kind: 'recovery',
    standards: ['CP-10', 'SI-13'],
    remedy:
      'Take tolerations without `tolerationSeconds` out of the pod template, and set `nodeDownPodDeletionPolicy` in the values of Longhorn.',
  },
  ({ lab, need, parameter }) => {
    const { applications } = need('kubernetes')
    const longest = parameter.seconds('p.pods.max_toleration')
    const { items, ...look } = lab.kubePods
    const pods = items.filter(
      ({ namespace, owner = '' }) =>
        applications.some((one) => one.namespace === namespace) && !owner.startsWith('DaemonSet/'),
    )
    all(
      () =>
        every({ ...look, items: pods }, 'does not stay on a node that is gone', ({ tolerations }) =>
          tolerations
            .filter(
              ({ effect, key }) =>
                ['', 'NoExecute'].includes(effect) &&
                ['', 'node.kubernetes.io/unreachable', 'node.kubernetes.io/not-ready'].includes(
                  key,
                ),
            )
            .every(({ seconds }) => seconds !== undefined && seconds <= longest),
        ),
      () => {
        const { value } = the(
          lab.longhornSettings,
          'setting node-down-pod-deletion-policy',
          ({ name }) => name === 'node-down-pod-deletion-policy',
        )
        const wanted = parameter.text('p.longhorn.node_down_policy')
        that(value === wanted, `Longhorn does ${wanted}`, { value })
      },
    )
  },
)
