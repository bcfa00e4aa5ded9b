import { all, control, every, same } from '#harness'
import { placed } from '../shown.ts'
import { isAlive, isReady } from './alive.ts'

control(
  'The cluster has exactly one worker, and it is alive, ready and takes pods',
  {
    statement: 'TG-160',
    impact: 'high',
    kind: 'topology',
    standards: ['CP-10', 'PL-8'],
    remedy:
      'Compare `kubectl get nodes` with talos.nodes of lab.yaml; `kubectl uncordon` a worker that was cordoned, and look for the cause of one that is not ready with `talosctl -n <node> dmesg`.',
  },
  (views) => {
    const { lab, need, parameter } = views
    const declared = need('talos').nodes.filter(({ role }) => role === 'worker')
    all(
      () =>
        every(
          declared,
          'is declared as the only one',
          () => declared.length === parameter.number('p.cluster.workers'),
        ),
      () => isAlive(views, declared),
      () => {
        const { items, ...look } = lab.kubeNodes
        const found = { ...look, items: items.filter(({ isControlPlane }) => !isControlPlane) }
        all(
          () =>
            same(
              { ...look, items: found.items.map(({ name }) => name) },
              declared.map(({ name }) => name),
              'workers',
            ),
          () => every(found, 'is ready', isReady, placed),
          () =>
            every(
              found,
              'takes pods',
              ({ isUnschedulable, taints }) => !isUnschedulable && taints.length === 0,
              ({ isUnschedulable, name, taints }) => ({ name, isUnschedulable, taints }),
            ),
        )
      },
    )
  },
)
