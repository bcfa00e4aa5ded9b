import { all, control, every, none } from '#harness'

control(
  'Every guest has a snapshot of the last days, and not a pile of them',
  {
    statement: 'LA-46',
    impact: 'medium',
    kind: 'backup',
    standards: ['CP-9', 'CP-10', 'CM-2(3)'],
    remedy:
      'Take a snapshot (`qm snapshot`, `pct snapshot`) or mend the job that does; delete old ones.',
  },
  ({ isRecent, inventory, lab, parameter }) => {
    const longest = parameter.seconds('p.snapshot.max_age')
    const most = parameter.number('p.snapshot.max_count')
    const found = inventory.guests.map(({ vmid, name }) => {
      const own = lab.guestSnapshots.items.filter((it) => it.vmid === vmid)
      return {
        vmid,
        name,
        count: own.length,
        newest:
          own
            .map(({ at }) => at)
            .sort()
            .at(-1) ?? 'never',
      }
    })

    all(
      () =>
        every(
          { ...lab.guestSnapshots, items: found },
          'has a recent snapshot',
          ({ newest }) => newest !== 'never' && isRecent(newest, longest),
        ),
      () => none(found, 'piles up snapshots', ({ count }) => count > most),
    )
  },
)
