import { control, every } from '#harness'

control(
  'Each DaemonSet has a ready pod on every node that it is meant for',
  {
    statement: 'TG-117',
    impact: 'medium',
    kind: 'placement',
    standards: ['CM-8', 'SI-13'],
    remedy:
      'See `kubectl describe daemonset`: a taint that it does not tolerate, or an image that cannot be pulled.',
  },
  ({ lab, parameter }) => {
    const nodes = {
      every: lab.kubeNodes.items.length,
      workers: lab.kubeNodes.items.filter(({ isControlPlane }) => !isControlPlane).length,
    }
    const workersOnly = parameter.words('p.daemonsets.workers_only')
    const { items, ...look } = lab.kubeWorkloads
    every(
      {
        ...look,
        items: items
          .filter(({ kind }) => kind === 'DaemonSet')
          .map(({ desired, isObserved, name, namespace, ready, updated }) => {
            const set = `${namespace}/${name}`
            return {
              set,
              desired,
              ready,
              updated,
              isObserved,
              nodes: workersOnly.includes(set) ? nodes.workers : nodes.every,
            }
          }),
      },
      'is ready in its newest version, on all of them',
      ({ desired, isObserved, nodes: meant, ready, updated }) =>
        isObserved && meant > 0 && desired === meant && ready === desired && updated === desired,
    )
  },
)
