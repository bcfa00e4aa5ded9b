import { control, every } from '#harness'
import { LEAVES } from './leaves.ts'

control(
  'Every dataset of services could be sent on, as the difference to its last snapshot',
  {
    statement: 'ZF-18',
    impact: 'low',
    strength: 'target',
    kind: 'backup',
    standards: ['CP-9', 'CP-6'],
    remedy:
      'Keep two snapshots at least, `zfs snapshot <dataset>@<name>`; try it with `zfs send -nvP -i <older> <newer>`, which sends nothing.',
  },
  ({ host, need }) => {
    const { zfsSends } = host(need('zfs').host)
    every(
      LEAVES.filter(({ kind }) => kind === 'services').map(({ dataset }) => ({
        ...zfsSends.find((send) => send.dataset === dataset),
        dataset,
      })),
      'has two snapshots, and the dry run between them ends well',
      ({ snapshots = 0, bytes }) => snapshots >= 2 && bytes !== undefined,
    )
  },
)
