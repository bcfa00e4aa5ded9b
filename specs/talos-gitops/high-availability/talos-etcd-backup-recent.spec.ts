import { all, control, known, none, that } from '#harness'

control(
  'A recent snapshot of etcd that can be read is kept away from the cluster’s nodes',
  {
    statement: 'TG-221',
    impact: 'critical',
    kind: 'backup',
    standards: ['CP-9', 'CP-10', 'CIS-11.2'],
    remedy:
      'Run `talosctl etcd snapshot` on a schedule, from a host that is no node, and keep the files there.',
  },
  ({ isRecent, host, need, parameter }) => {
    const { cluster } = need('backups')
    known(
      cluster !== undefined,
      'the inventory has no `backups.cluster`: nobody says where copies are kept',
    )
    const kept = host(cluster.host).clusterCopies
    const [newest] = kept.etcd
    const [last, before] = kept.statuses
    all(
      () =>
        none(
          need('talos').nodes.map(({ name }) => ({ name })),
          'is a node, and keeps its own copies',
          ({ name }) => name === cluster.host,
        ),
      () =>
        that(
          newest !== undefined && isRecent(newest.at, parameter.seconds('p.backup.rpo_tier_1')),
          'the newest one is within the recovery point',
          { newest },
        ),
      () =>
        that(
          (newest?.bytes ?? 0) >= parameter.number('p.etcd.backup_min_bytes'),
          'it is no fragment',
          { newest },
        ),
      () =>
        that(
          last !== undefined &&
            last.name === newest?.name &&
            last.status === 0 &&
            (last.keys ?? 0) >= parameter.number('p.etcd.min_keys'),
          'etcd can read it',
          { last },
        ),
      () =>
        that(
          before === undefined ||
            before.status !== 0 ||
            (last?.revision ?? 0) > (before.revision ?? 0),
          'it is newer inside than the one before',
          { last, before },
        ),
    )
  },
)
