import { all, control, every, same } from '#harness'
import { placed } from '../shown.ts'
import { isAlive, isReady } from './alive.ts'

control(
  'The cluster has exactly one control-plane node, and it is alive and ready',
  {
    statement: 'TG-160',
    impact: 'critical',
    kind: 'topology',
    standards: ['CP-10', 'SC-36', 'PL-8'],
    remedy:
      'Compare `kubectl get nodes` with talos.nodes of lab.yaml. A node that is not ready: `talosctl -n <node> service kubelet` and `talosctl -n <node> dmesg`; one too many: `talosctl reset` and `kubectl delete node`.',
  },
  (views) => {
    const { lab, need, parameter } = views
    const declared = need('talos').nodes.filter(({ role }) => role === 'controlplane')
    all(
      () =>
        every(
          declared,
          'is declared as the only one',
          () => declared.length === parameter.number('p.cluster.control_planes'),
        ),
      () => isAlive(views, declared),
      () => {
        const { items, ...look } = lab.kubeNodes
        const found = { ...look, items: items.filter(({ isControlPlane }) => isControlPlane) }
        all(
          () =>
            same(
              { ...look, items: found.items.map(({ name }) => name) },
              declared.map(({ name }) => name),
              'control-plane nodes',
            ),
          () => every(found, 'is ready', isReady, placed),
        )
      },
    )
  },
)
