import { all, control, lastDrill, measured, none, that } from '#harness'

control(
  'The newest etcd snapshot restores into an empty etcd, and is not the one of last time',
  {
    statement: 'TG-221',
    impact: 'critical',
    kind: 'recovery',
    standards: ['CP-4', 'CP-10', 'CP-2', 'CIS-11.5'],
    remedy:
      'Repeat the drill `plumb drill etcd-snapshot-usable`; take the snapshot with `talosctl etcd snapshot`, never by copying files.',
  },
  (views) => {
    const drill = lastDrill(views, 'etcd-snapshot-usable')
    const etcd = measured(drill, 'etcd')

    all(
      () =>
        that(drill.result === 'recovered' && etcd.restoreStatus === 0, 'the restore ended well', {
          result: drill.result,
          ...etcd,
        }),
      () =>
        that(
          etcd.keys >= views.parameter.number('p.etcd.min_keys'),
          'it holds the keys of a cluster',
          etcd,
        ),
      () => {
        const age = (Date.parse(drill.startedAt) - Date.parse(etcd.snapshotAt)) / 1000
        that(
          age >= 0 && age <= views.parameter.seconds('p.backup.rpo_tier_1'),
          'it was a recent snapshot',
          etcd,
        )
      },
      () =>
        none(
          views.lab.drillRecords
            .filter(({ file, scenario }) => scenario === drill.scenario && file !== drill.file)
            .map(({ file, measurements }) => ({
              file,
              snapshotDigest: measurements.etcd?.snapshotDigest,
              revision: measurements.etcd?.revision ?? 0,
            })),
          'is an earlier drill with the same snapshot, or with more in it',
          (earlier) =>
            earlier.snapshotDigest === etcd.snapshotDigest || earlier.revision >= etcd.revision,
        ),
    )
  },
)
