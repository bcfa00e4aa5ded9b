import { control, every } from '#harness'

control(
  'Each attached volume is healthy, with as many running replicas as it asks for',
  {
    statement: 'TG-61',
    impact: 'high',
    kind: 'storage',
    standards: ['CP-10', 'SI-13'],
    remedy:
      'See why the replica is not scheduled: a disk without room, or one node where two are needed; then let Longhorn rebuild it.',
  },
  ({ lab }) =>
    every(
      {
        ...lab.longhornVolumes,
        items: lab.longhornVolumes.items
          .filter(({ state }) => state === 'attached')
          .map(({ conditions, claim, name, replicas, robustness }) => ({
            name,
            claim,
            robustness,
            replicas,
            scheduled: conditions.find(({ type }) => type === 'Scheduled')?.status,
            running: lab.longhornReplicas.items.filter(
              (one) => one.volume === name && one.state === 'running' && one.failedAt === undefined,
            ).length,
          })),
      },
      'is healthy with all replicas',
      ({ replicas, robustness, running, scheduled }) =>
        robustness === 'healthy' && scheduled !== 'False' && running === replicas,
    ),
)
