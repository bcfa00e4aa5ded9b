import { all, control, every, that, the } from '#harness'
import { wholly } from '../looks.ts'

control(
  'No two replicas of a volume share a node, or a disk where there is one node',
  {
    statement: 'TG-227',
    impact: 'high',
    kind: 'storage',
    standards: ['CP-9', 'SC-36'],
    remedy:
      'Switch `replica-disk-soft-anti-affinity` off, and delete one of the replicas that lie together: Longhorn makes it anew elsewhere.',
    subject: 'second-replica',
  },
  ({ lab }) => {
    const { items } = lab.longhornReplicas
    const look = wholly(lab.longhornReplicas, lab.longhornVolumes, lab.longhornNodes)
    const nodes = new Set(lab.longhornNodes.items.map(({ name }) => name)).size
    const several = lab.longhornVolumes.items
      .map(({ claim, name }) => ({
        name,
        claim,
        replicas: items
          .filter(({ failedAt, volume }) => volume === name && failedAt === undefined)
          .map(({ disk, node }) => ({ node, disk })),
      }))
      .filter(({ replicas }) => replicas.length >= 2)
    const settings = lab.longhornSettings
    all(
      () =>
        every(
          { ...look, items: several },
          'has its replicas apart',
          ({ replicas }) =>
            new Set(replicas.map(({ disk, node }) => (nodes > 1 ? node : disk))).size ===
            replicas.length,
        ),
      () =>
        that(
          !the(
            settings,
            'replica-disk-soft-anti-affinity',
            ({ name }) => name === 'replica-disk-soft-anti-affinity',
          ).value.includes('true'),
          'two replicas may never share a disk',
          { setting: 'replica-disk-soft-anti-affinity' },
        ),
    )
  },
)
