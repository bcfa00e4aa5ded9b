import { all, control, every } from '#harness'

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
          lab.kubeNodes.items.map(({ name }) => ({
            node: name,
            seconds: podToPod.find(({ node }) => node === name)?.seconds,
          })),
          'reaches pods of other nodes in time',
          ({ seconds }) => seconds !== undefined && seconds < parameter.seconds('p.latency.pods'),
        ),
      () => every(unreachable, 'reaches every node', ({ count }) => count === 0),
    )
  },
)
