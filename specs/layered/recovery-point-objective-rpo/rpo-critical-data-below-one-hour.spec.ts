import { all, control, every, none } from '#harness'
import { pointsOf } from '../backups.ts'

control(
  'Between two backups of critical data there is never an hour',
  {
    statement: 'LA-79',
    impact: 'critical',
    strength: 'target',
    kind: 'recovery',
    standards: ['CP-9', 'CP-2(5)', 'CP-10', 'CIS-11.2'],
    remedy:
      'Run the backup every half hour, also at night, and see in the journal why a run was missing or failed.',
  },
  ({ ageSeconds, isRecent, host, lab, need, parameter }) => {
    const { host: on, datasets, repositories } = need('backup')
    const objective = parameter.seconds('p.rpo.critical')
    const window = parameter.seconds('p.rpo.window')
    const critical = datasets.filter(({ name }) =>
      lab.recoveryPlan.data.some((it) => it.name === name && it.isCritical === true),
    )
    const near = host(on).resticRepositories.filter(({ name }) =>
      repositories.some((it) => it.name === name && it.rank === 'nas'),
    )
    const good = host(on)
      .backupUnit.runs.filter(({ isGood, at }) => isGood && isRecent(at, window))
      .map(({ at }) => at)
      .sort()
    const gaps = (times: readonly string[]) =>
      times.map((at, i) => ({
        from: at,
        seconds:
          i + 1 < times.length
            ? (Date.parse(times[i + 1] ?? '') - Date.parse(at)) / 1000
            : ageSeconds(at),
      }))
    const [oldest = ''] = good
    const because = 'the journal of backups does not reach back that far'

    all(
      () =>
        every(critical, 'has a backup, whole and not empty, of the last hour', (data) =>
          near.some(({ snapshots }) =>
            pointsOf(snapshots, data).some(
              (it) => (it.summary?.files ?? 0) > 0 && isRecent(it.at, objective),
            ),
          ),
        ),
      // What is new now says nothing of last night.
      () =>
        none(
          critical.flatMap((data) =>
            near.flatMap(({ snapshots }) =>
              gaps(
                pointsOf(snapshots, data)
                  .map(({ at }) => at)
                  .sort(),
              ).map((gap) => ({ data: data.name, ...gap })),
            ),
          ),
          'left a gap as long as that',
          ({ seconds }) => seconds >= objective,
        ),
      () =>
        none(
          {
            items: gaps(good),
            complete: oldest !== '' && ageSeconds(oldest) >= window - 2 * objective,
            because,
          },
          'left a gap between two runs',
          ({ seconds }) => seconds >= objective,
        ),
    )
  },
)
