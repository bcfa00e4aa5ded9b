import { all, control, every, that } from '#harness'

control(
  'A timer that is due syncs the parity, and stops when too many files are gone',
  {
    statement: 'ZT-58',
    impact: 'high',
    kind: 'storage',
    standards: ['CP-9', 'CM-6', 'SI-4', 'CIS-11.2'],
    remedy:
      'On the storage VM `systemctl enable --now snapraid-sync.timer`, with `Persistent=true`; its job runs `snapraid diff` first and stops above the threshold of removed files.',
  },
  ({ ageSeconds, host, need, parameter }) => {
    const { snapraidJobs, timers } = host(need('storage').host)
    const jobs = snapraidJobs.filter(({ commands }) => commands.includes('sync'))
    const mine = timers.filter(({ starts }) => jobs.some(({ unit }) => unit === starts))
    const longest = parameter.seconds('p.snapraid.sync_interval')
    const limit = parameter.number('p.snapraid.delete_threshold')

    all(
      () => that(jobs.length > 0, 'a unit runs `snapraid sync`', { jobs: snapraidJobs }),
      () =>
        that(
          mine.some(
            ({ activeState, isPersistent, nextAt, unitFileState }) =>
              unitFileState === 'enabled' &&
              activeState === 'active' &&
              isPersistent &&
              nextAt !== undefined &&
              ageSeconds(nextAt) <= 0 &&
              -ageSeconds(nextAt) <= longest,
          ),
          'a timer of it is enabled, runs, makes up for missed runs and is due in time',
          { timers: mine },
        ),
      () =>
        every(
          jobs,
          'has a program that can be run',
          ({ programs }) => programs.length > 0 && programs.every((p) => p.isExecutable),
        ),
      () =>
        every(
          jobs,
          'looks before it syncs and stops when too much is gone',
          ({ commands, comparesRemoved, deleteThreshold }) =>
            commands.indexOf('diff') >= 0 &&
            commands.indexOf('diff') < commands.indexOf('sync') &&
            comparesRemoved &&
            deleteThreshold !== undefined &&
            deleteThreshold <= limit,
        ),
    )
  },
)
