import { control, every, the } from '#harness'

control(
  'Chunks without use are removed on a schedule, and none that is in use is broken',
  {
    statement: 'TG-59',
    impact: 'medium',
    kind: 'backup',
    standards: ['SI-7', 'CP-9'],
    remedy:
      'See the log of the garbage collection; a broken chunk that is in use makes restore points worthless: verify all, and back up again.',
  },
  ({ isRecent, lab, need, parameter }) =>
    every(
      need('backups').stores.map((store) => {
        const { lastEndedAt, lastState, schedule, stillBad } = the(
          lab.backupServerJobs.gc,
          `garbage collection of ${store}`,
          (gc) => gc.store === store,
        )
        return { store, schedule, lastState, lastEndedAt, stillBad }
      }),
      'ran well lately, and found no broken chunk',
      ({ lastEndedAt, lastState, schedule, stillBad }) =>
        schedule !== undefined &&
        lastState === 'OK' &&
        stillBad === 0 &&
        lastEndedAt !== undefined &&
        isRecent(lastEndedAt, parameter.seconds('p.pbs.gc_max_age')),
    ),
)
