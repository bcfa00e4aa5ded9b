import { control, every } from '#harness'

control(
  'All of each datastore is verified on a schedule, again and again',
  {
    statement: 'TG-217',
    impact: 'high',
    kind: 'backup',
    standards: ['CP-9(1)', 'SI-7', 'CIS-11.5'],
    remedy:
      'Add a verify job over the whole datastore, with a time after which a verified backup is verified again.',
  },
  ({ isRecent, lab, need, parameter }) =>
    every(
      need('backups').stores.map((store) => ({
        store,
        jobs: lab.backupServerJobs.verify.filter((job) => job.store === store),
      })),
      'has a job over all namespaces that ran well lately, and does not leave out for ever what it once saw',
      ({ jobs }) =>
        jobs.some(
          (job) =>
            (job.namespace ?? '') === '' &&
            job.maxDepth === undefined &&
            job.schedule !== undefined &&
            (!job.ignoresVerified ||
              (job.outdatedAfterDays !== undefined &&
                job.outdatedAfterDays <= parameter.number('p.pbs.reverify'))) &&
            job.lastState === 'OK' &&
            job.lastEndedAt !== undefined &&
            isRecent(job.lastEndedAt, parameter.seconds('p.pbs.verify_max_age')),
        ),
    ),
)
