import { all, control, every, none, that, the } from '#harness'

control(
  'A snapshot was turned back into the data it was made of, and nothing of that was left behind',
  {
    statement: 'ZF-115',
    impact: 'critical',
    kind: 'backup',
    standards: ['CP-9', 'CP-4', 'CP-10', 'CIS-11.5'],
    remedy:
      'Clone the newest snapshot (`zfs clone -o readonly=on`), compare the canary and some files with their hashes, check a database in it (`sqlite3 <file> "pragma integrity_check" | grep -qx ok`), destroy the clone, and commit the record.',
  },
  ({ isRecent, host, lab, need, parameter }) => {
    const longest = parameter.seconds('p.drill.max_age')
    const most = parameter.seconds('p.restore.max_time')
    const { endedAt, file, result, measurements, target } = the(
      lab.drillRecords.filter(({ scenario }) => scenario === 'snapshot-restore').slice(-1),
      'record of a restore from a snapshot',
      () => true,
    )
    const { data, restore, steps = [] } = measurements

    all(
      () =>
        that(
          target === 'live' && result === 'recovered' && isRecent(endedAt, longest),
          'the last restore is one of the lab itself, is recent, and ended well',
          { file, endedAt, result, target },
        ),
      () =>
        that(
          restore !== undefined &&
            restore.lost > 0 &&
            restore.restored === restore.lost &&
            restore.unrecoverable === 0 &&
            restore.seconds <= most,
          'all that was taken came back, in time',
          { file, ...restore },
        ),
      () =>
        that(
          data !== undefined && data.files > 0 && data.manifestBefore === data.manifestAfter,
          'what came back is what was there',
          { file, ...data },
        ),
      // SQLite ends with 0 whatever its check says: somebody has to read it.
      () =>
        every(
          steps.filter(({ command }) => /integrity_check|pg_verifybackup|pg_amcheck/.test(command)),
          'found a database in the clone consistent',
          ({ command, status }) =>
            status === 0 &&
            (!command.includes('integrity_check') || / \| grep -qx ok$/.test(command)),
        ),
      () =>
        none(
          host(need('zfs').host).zfsDatasets,
          'is a clone that a drill left behind',
          // Disks of guests that were made from a template are clones of its disk.
          ({ origin }) => origin !== undefined && !/\/base(?:vol)?-\d+-disk-\d+@/.test(origin),
        ),
    )
  },
)
