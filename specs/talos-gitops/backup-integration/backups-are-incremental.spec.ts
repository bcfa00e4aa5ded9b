import { all, control, every, the } from '#harness'

control(
  'Backups send only what changed, with a whole one now and then',
  {
    statement: 'TG-70',
    impact: 'low',
    strength: 'target',
    kind: 'backup',
    standards: ['CP-9'],
    remedy:
      'Set `backupMode` of the job to incremental with a `full-backup-interval`; at the backup server see the deduplication factor.',
  },
  ({ lab, need, parameter }) => {
    const jobs = {
      ...lab.longhornJobs,
      items: lab.longhornJobs.items.filter(({ task }) => /^backup/.test(task)),
    }
    const later = lab.longhornBackups.items.filter(
      ({ at = '', state, volume }) =>
        state === 'Completed' &&
        lab.longhornBackups.items.some(
          (other) =>
            other.volume === volume && other.state === 'Completed' && (other.at ?? '') < at,
        ),
    )
    all(
      () =>
        every(
          {
            ...jobs,
            items: jobs.items.map(({ name, parameters }) => ({
              name,
              fullEvery: Number(parameters['full-backup-interval'] ?? 0),
            })),
          },
          'makes a whole backup now and then, and no more',
          ({ fullEvery }) => fullEvery >= 2,
        ),
      () =>
        every(
          {
            ...lab.longhornBackups,
            items: later.map(({ bytes, mode, name, sentBytes, volume }) => ({
              name,
              volume,
              mode,
              bytes,
              sentBytes,
            })),
          },
          'sent less than it holds, unless it was to be whole',
          ({ bytes = 0, mode, sentBytes }) =>
            mode === 'full' || (sentBytes !== undefined && sentBytes < bytes),
        ),
      () =>
        every(
          { ...lab.longhornBackups, items: [...new Set(later.map(({ volume }) => volume))] },
          'was backed up otherwise than whole',
          (volume) => later.some((one) => one.volume === volume && one.mode !== 'full'),
        ),
      () =>
        every(
          need('backups').stores.map((store) => {
            const { diskBytes, referredBytes } = the(
              lab.backupServerJobs.gc,
              `garbage collection of ${store}`,
              (gc) => gc.store === store,
            )
            return { store, diskBytes, referredBytes }
          }),
          'shares chunks between backups',
          ({ diskBytes = 0, referredBytes = 0 }) =>
            diskBytes > 0 && referredBytes / diskBytes >= parameter.number('p.pbs.min_dedup'),
        ),
    )
  },
)
