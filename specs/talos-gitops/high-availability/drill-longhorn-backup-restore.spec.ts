import { all, control, lastDrill, measured, recoveredWithin, that } from '#harness'

control(
  'A volume restored from the backup target holds what was backed up',
  {
    statement: 'TG-228',
    impact: 'high',
    strength: 'target',
    kind: 'recovery',
    standards: ['CP-9(1)', 'CP-4', 'CIS-11.5'],
    remedy:
      'Repeat the drill `plumb drill longhorn-backup-restore`; see `status.restoreStatus` of the engine where it does not end.',
  },
  (views) => {
    const drill = lastDrill(views, 'longhorn-backup-restore')
    const volume = measured(drill, 'volume')

    all(
      () => recoveredWithin(drill, views.parameter.seconds('p.backup.rto_tier_2')),
      () =>
        that(
          volume.readDigest === volume.writtenDigest,
          'what is read is what was written',
          volume,
        ),
      () =>
        that(
          volume.isReadElsewhere && volume.wasComplete,
          'another pod read it, once the restore was over',
          volume,
        ),
    )
  },
)
