import { all, control, every, that } from '#harness'

control(
  'Every guest has a backup that is new and not empty, and the last run ended well',
  {
    statement: 'ZF-115',
    impact: 'high',
    kind: 'backup',
    standards: ['CP-9', 'CIS-11.2'],
    remedy:
      'See the log of the last run under Datacenter > Backup; take guests out of the exclusions, make room in tank/backups, and run it again.',
  },
  ({ ageSeconds, host, inventory, isRecent, lab, need, parameter }) => {
    const { backupFiles } = host(need('zfs').host)
    const longest = parameter.seconds('p.backup.max_age')
    const ended = lab.backupTasks.items.filter(({ endedAt }) => endedAt !== undefined)
    const last = [...ended].sort(
      (a, b) => ageSeconds(a.endedAt ?? '') - ageSeconds(b.endedAt ?? ''),
    )[0]

    all(
      () =>
        every(
          inventory.guests.map(({ vmid, name }) => ({ vmid, name })),
          'has a backup of the last run',
          ({ vmid }) =>
            backupFiles.some(
              (file) =>
                file.vmid === vmid && file.bytes > 1024 && isRecent(file.modifiedAt, longest),
            ),
        ),
      () =>
        that(
          last?.status === 'OK' && isRecent(last.endedAt ?? '', longest),
          'the last run ended within the time, and well',
          last ?? 'no run is on record',
        ),
    )
  },
)
