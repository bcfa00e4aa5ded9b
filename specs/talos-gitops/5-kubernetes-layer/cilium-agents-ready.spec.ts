import { all, control, that, the } from '#harness'

control(
  'A Cilium agent is ready on every node, and the operator is there',
  {
    statement: 'TG-75',
    impact: 'critical',
    kind: 'topology',
    standards: ['SC-7', 'SI-13'],
    remedy:
      'Look at the agent that is missing: `kubectl -n kube-system get pods -l k8s-app=cilium -o wide`, then its log with `talosctl -n <node> logs -k kube-system/<pod>`.',
  },
  ({ lab }) => {
    const nodes = lab.kubeNodes.items.length
    const of = (name: string) =>
      the(
        lab.kubeWorkloads,
        `workload kube-system/${name}`,
        (one) => one.namespace === 'kube-system' && one.name === name,
      )
    all(
      () => {
        const { desired, isObserved, kind, ready, updated } = of('cilium')
        that(
          kind === 'DaemonSet' &&
            isObserved &&
            [desired, ready, updated].every((count) => count === nodes),
          `every one of ${nodes} nodes has an agent that is ready`,
          { desired, ready, updated },
        )
      },
      () => {
        const { available, isObserved } = of('cilium-operator')
        that(isObserved && available > 0, 'the operator is available', { available })
      },
    )
  },
)
