import { control } from '#harness'
import { volumeReturned } from './volume-returned.ts'

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
  (views) =>
    volumeReturned(
      views,
      'longhorn-backup-restore',
      views.parameter.seconds('p.backup.rto_tier_2'),
    ),
)
