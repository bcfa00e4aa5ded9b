import { control, every } from '#harness'

control(
  'Each datastore is pruned on a schedule, and the last run went well',
  {
    statement: 'TG-215',
    impact: 'medium',
    kind: 'backup',
    standards: ['CP-9', 'SI-12'],
    remedy: 'See the log of the prune job at the backup server under Datastore, Prune & GC.',
  },
  ({ isRecent, lab, need, parameter }) =>
    every(
      need('backups').stores.map((store) => ({
        store,
        jobs: lab.backupServerJobs.prune
          .filter((job) => job.store === store)
          .map(({ id, isEnabled, lastEndedAt, lastState, schedule }) => ({
            id,
            isEnabled,
            schedule,
            lastState,
            lastEndedAt,
          })),
      })),
      'has a job that is switched on and ran well lately',
      ({ jobs }) =>
        jobs.some(({ isEnabled }) => isEnabled) &&
        jobs
          .filter(({ isEnabled }) => isEnabled)
          .every(
            ({ lastEndedAt, lastState, schedule }) =>
              schedule !== undefined &&
              lastState === 'OK' &&
              lastEndedAt !== undefined &&
              isRecent(lastEndedAt, parameter.seconds('p.pbs.prune_max_age')),
          ),
    ),
)
