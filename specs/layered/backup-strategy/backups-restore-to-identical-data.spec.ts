import { all, control, every, the } from '#harness'
import { newestDrill } from '../drills.ts'

control(
  'Critical data came back from every place as it had been, and could be used',
  {
    statement: 'LA-45',
    impact: 'critical',
    kind: 'recovery',
    standards: ['CP-9(1)', 'CP-9(2)', 'CP-10', 'CP-4', 'CIS-11.5'],
    remedy:
      'Run `plumb drill restore` and commit its record; dump databases before they are backed up, and keep the keys outside.',
  },
  (views) => {
    const { lab, need } = views
    const { datasets, repositories } = need('backup')
    const critical = datasets.filter(({ name }) =>
      lab.recoveryPlan.data.some((it) => it.name === name && it.isCritical === true),
    )
    const { measurements } = the(newestDrill(views, 'restore'), 'restore', () => true)
    const tries = measurements.restores ?? []
    const wanted = critical.flatMap(({ name }) =>
      repositories.flatMap(({ name: location }) =>
        [true, false].map((isNewest) => ({ data: name, location, isNewest })),
      ),
    )

    all(
      () =>
        every(
          wanted,
          'was brought back, the newest and an older one',
          ({ data, location, isNewest }) =>
            tries.some(
              (it) => it.data === data && it.location === location && it.isNewest === isNewest,
            ),
        ),
      () =>
        every(
          tries,
          'is what it was when it was backed up, and could be used',
          ({ manifestKept, manifestRestored, files, isUsable }) =>
            /^[0-9a-f]{64}$/.test(manifestKept) &&
            manifestKept === manifestRestored &&
            files > 0 &&
            isUsable,
        ),
      () =>
        every(
          tries.map(({ data, location, keysFrom }) => ({ data, location, keysFrom })),
          'was opened with keys from outside the lab',
          ({ keysFrom }) => keysFrom === 'outside',
        ),
    )
  },
)
