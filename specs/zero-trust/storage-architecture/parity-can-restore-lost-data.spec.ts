import { all, control, every, none, that, the } from '#harness'

control(
  'Lost files and a lost disk were rebuilt from parity, and are what they were',
  {
    statement: 'ZT-57',
    impact: 'critical',
    kind: 'recovery',
    standards: ['CP-10', 'CP-4', 'CP-9(1)', 'CIS-11.5'],
    remedy:
      'Run `plumb drill file-deletion` on the lab and `plumb drill disk-loss` on a replica, and commit their records; if one lost data, see `snapraid check -a` before the next sync.',
  },
  ({ ageSeconds, host, lab, need, parameter }) => {
    const folder = need('recovery').records
    const longest = parameter.seconds('p.drill.max_age')
    const latest = (scenario: string) => {
      const items = lab.drillRecords.filter(
        (record) => record.scenario === scenario && ageSeconds(record.endedAt) <= longest,
      )
      const because = `${folder} holds no record of ${scenario} that is young enough`
      return the({ items: items.slice(-1), complete: false, because }, scenario, () => true)
    }
    const drills = ['file-deletion', 'disk-loss'].map((scenario) => ({ scenario }))

    all(
      () =>
        none(
          lab.drillRecords
            .filter((record) => drills.some(({ scenario }) => scenario === record.scenario))
            .map(({ endedAt, file, scenario }) => ({ scenario, file, endedAt })),
          'is dated ahead',
          ({ endedAt }) => ageSeconds(endedAt) < 0,
        ),
      () =>
        every(drills, 'ended well', ({ scenario }) => {
          const { objectiveSeconds, recoverySeconds, result } = latest(scenario)
          return result === 'recovered' && recoverySeconds <= objectiveSeconds
        }),
      () =>
        every(drills, 'gave back all that was lost', ({ scenario }) => {
          const { restore } = latest(scenario).measurements
          return (
            restore !== undefined &&
            restore.lost > 0 &&
            restore.restored === restore.lost &&
            restore.unrecoverable === 0
          )
        }),
      () =>
        every(drills, 'left every file as it was', ({ scenario }) => {
          const { data } = latest(scenario).measurements
          return data !== undefined && data.files > 0 && data.manifestBefore === data.manifestAfter
        }),
      () =>
        every(drills, 'measured how fast parity gives back', ({ scenario }) => {
          const { restore } = latest(scenario).measurements
          return restore !== undefined && restore.bytes > 0 && restore.seconds > 0
        }),
      // A replica is smaller than the lab: the speed carries over, the time does not.
      () => {
        const { blockBytes, blocksByDisk } = host(need('storage').host).snapraidStatus
        const fullestBytes = Math.max(...Object.values(blocksByDisk)) * blockBytes
        const { measurements, objectiveSeconds } = latest('disk-loss')
        const { bytes = 0, seconds = Number.NaN } = measurements.restore ?? {}
        const neededSeconds = (fullestBytes / bytes) * seconds
        that(
          fullestBytes > 0 && neededSeconds <= objectiveSeconds,
          'at that speed the fullest disk is back within the objective',
          { scenario: 'disk-loss', fullestBytes, neededSeconds, objectiveSeconds },
        )
      },
      // Files that changed since the sync weaken what parity can do for others: a resting array shows less.
      () =>
        every(
          drills,
          'was done while files had changed since the last sync',
          ({ scenario }) => (latest(scenario).measurements.restore?.unsyncedChanges ?? 0) > 0,
        ),
      () => {
        const { recoverySeconds } = latest('file-deletion')
        that(
          recoverySeconds <= parameter.seconds('p.rto.canary'),
          'a deleted file comes back in time',
          { scenario: 'file-deletion', recoverySeconds },
        )
      },
    )
  },
)
