import { control, every } from '#harness'

control(
  'Snapshots hold only a small share of each pool',
  {
    statement: 'TG-180',
    impact: 'low',
    strength: 'optional',
    kind: 'storage',
    standards: ['SC-6'],
    remedy: 'Delete old snapshots: `zfs list -t snapshot -s used` names the largest.',
  },
  ({ host, need, parameter }) => {
    const { zfsDatasets, zpools } = host(need('zfs').host)
    every(
      zpools.map(({ name, sizeBytes }) => ({
        pool: name,
        sizeBytes,
        snapshotBytes: zfsDatasets
          .filter((dataset) => dataset.name === name || dataset.name.startsWith(`${name}/`))
          .reduce((sum, { usedBySnapshotsBytes }) => sum + usedBySnapshotsBytes, 0),
      })),
      'has room for more than snapshots',
      ({ sizeBytes, snapshotBytes }) =>
        sizeBytes > 0 && snapshotBytes / sizeBytes <= parameter.number('p.zfs.max_snapshot_share'),
    )
  },
)
