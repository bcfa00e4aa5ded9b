import { all, control, every, none } from '#harness'
import { pointsOf } from '../backups.ts'

control(
  'Backups add little to what is there, and each of them is whole',
  {
    statement: 'LA-44',
    impact: 'high',
    kind: 'backup',
    standards: ['CP-9', 'CIS-11.2'],
    remedy:
      'Run restic without --force and with the same host and paths, so that it finds the snapshot before; update it to 0.17 or later.',
  },
  (views) => {
    const { host, need, parameter } = views
    const { host: on, datasets } = need('backup')
    const near = host(on).resticRepositories.filter(({ name }) =>
      need('backup').repositories.some((it) => it.name === name && it.rank === 'nas'),
    )
    const points = near.flatMap(({ snapshots }) => snapshots)
    const kept = datasets.filter(({ recreatable }) => recreatable === undefined)
    const median = (numbers: readonly number[]) =>
      [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
    const told = kept.map((data) => {
      const own = pointsOf(points, data)
      return {
        data: data.name,
        snapshots: own.length,
        hasParent: own.slice(1).every(({ parent }) => parent !== undefined),
        share: median(
          own.map(({ summary }) =>
            summary === undefined || summary.bytes === 0
              ? Number.NaN
              : summary.addedBytes / summary.bytes,
          ),
        ),
      }
    })
    const silent = told.filter(({ share }) => Number.isNaN(share))
    const because = `restic says nothing of what ${silent[0]?.data} added: it is older than 0.17`
    const restores = views.lab.drillRecords.flatMap(
      ({ measurements }) => measurements.restores ?? [],
    )

    all(
      () =>
        every(
          told,
          'goes back to more than one point in time, each made from the one before',
          ({ snapshots, hasParent }) => snapshots > 1 && hasParent,
        ),
      () =>
        none(
          {
            items: told.filter(({ share }) => !Number.isNaN(share)),
            complete: silent.length === 0,
            because,
          },
          'adds most of its data anew',
          ({ share }) => share > parameter.number('p.backup.max_incremental_ratio'),
        ),
      // A mirror has no yesterday: one that is not the newest has to come back as well.
      () =>
        every(
          restores
            .filter(({ isNewest }) => !isNewest)
            .map(({ data, location, snapshot, manifestKept, manifestRestored }) => ({
              data,
              location,
              snapshot,
              manifestKept,
              manifestRestored,
            })),
          'came back though it was not the newest',
          ({ manifestKept, manifestRestored }) => manifestKept === manifestRestored,
        ),
    )
  },
)
