import { all, control, every, that } from '#harness'
import { pointsOf } from '../backups.ts'

control(
  'Every backup ran in its interval and holds what the one before held',
  {
    statement: 'LA-16',
    impact: 'critical',
    kind: 'backup',
    standards: ['CP-9', 'CP-9(1)', 'SI-4', 'CIS-11.2'],
    remedy:
      'See why it did not (`journalctl -u backup`), mount the source where a backup is suddenly small, and enable the timer.',
  },
  ({ ageSeconds, isRecent, host, need, parameter }) => {
    const { host: on, datasets } = need('backup')
    const { result, exitStatus, endedAt, nextAt } = host(on).backupUnit
    const grace = parameter.seconds('p.backup.grace')
    const near = host(on).resticRepositories.filter(({ name }) =>
      need('backup').repositories.some((it) => it.name === name && it.rank === 'nas'),
    )
    const of = (data: (typeof datasets)[number]) =>
      pointsOf(
        near.flatMap(({ snapshots }) => snapshots),
        data,
      ).toSorted((a, b) => (a.at < b.at ? -1 : 1))
    const kept = datasets.filter(({ recreatable }) => recreatable === undefined)

    all(
      () =>
        that(
          result === 'success' && exitStatus === 0 && endedAt !== undefined,
          'the last run went well',
          { result, exitStatus, endedAt },
        ),
      () => that(nextAt !== undefined && ageSeconds(nextAt) < 0, 'the next one is due', { nextAt }),
      () =>
        every(
          kept.map((it) => ({
            data: it.name,
            intervalMinutes: it.intervalMinutes,
            newest: of(it).at(-1)?.at ?? 'never',
          })),
          'has a backup within its interval',
          ({ newest, intervalMinutes }) =>
            newest !== 'never' && isRecent(newest, intervalMinutes * 60 + grace),
        ),
      // The folder of a disk that is not mounted is backed up as well, and holds nothing.
      () =>
        every(
          kept.map((it) => {
            const [before, last] = of(it)
              .slice(-2)
              .map(({ summary }) => summary?.files)
            return { data: it.name, before, last }
          }),
          'holds about as many files as the one before',
          ({ before, last }) =>
            before !== undefined &&
            last !== undefined &&
            last > 0 &&
            last / before >= parameter.number('p.backup.min_ratio'),
        ),
    )
  },
)
