import { control } from '#harness'
import { volumeReturned } from './volume-returned.ts'

control(
  'What was written before a snapshot of a volume can be read after the return to it',
  {
    statement: 'TG-228',
    impact: 'high',
    kind: 'recovery',
    standards: ['CP-4', 'CP-10', 'CP-2', 'CIS-11.5'],
    remedy:
      'Repeat the drill `plumb drill longhorn-snapshot-revert`; see the snapshot controller and the snapshot class where the claim stays Pending.',
  },
  (views) =>
    volumeReturned(
      views,
      'longhorn-snapshot-revert',
      views.parameter.seconds('p.drill.snapshot.rto'),
    ),
)
