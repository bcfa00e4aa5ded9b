import { all, control, every, the } from '#harness'

/** Measurements; where there is none at all, nobody was shown anything. */
const shown = <T>(items: readonly T[]) => ({
  items,
  complete: items.length > 0,
  because: 'Prometheus shows no such measurement',
})

control(
  'From pod to pod it takes less than five milliseconds, and every node is reached',
  {
    statement: 'TG-183',
    impact: 'medium',
    strength: 'target',
    kind: 'sizing',
    standards: ['SC-5'],
    remedy:
      'See `cilium-health status` on the node; a busy uplink or a tunnel over another site is slow.',
  },
  ({ lab, parameter }) => {
    const { podToPod, unreachable } = lab.clusterLatencies
    all(
      () =>
        every(
          lab.kubeNodes.items.map(({ name }) => ({ node: name })),
          'reaches pods of other nodes in time',
          (node) =>
            the(shown(podToPod), `measurement of ${node.node}`, (one) => one.node === node.node)
              .seconds < parameter.seconds('p.latency.pods'),
        ),
      () => every(unreachable, 'reaches every node', ({ count }) => count === 0),
    )
  },
)
