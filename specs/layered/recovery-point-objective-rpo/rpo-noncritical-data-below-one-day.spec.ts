import { all, control, every, none } from '#harness'
import { pointsOf } from '../backups.ts'

control(
  'Between two backups of other data there is never a day',
  {
    statement: 'LA-80',
    impact: 'medium',
    strength: 'target',
    kind: 'recovery',
    standards: ['CP-9', 'CP-10', 'CIS-11.2'],
    remedy:
      'Run the backup twice a day, so that one that takes longer is not late, or say why the data can be made anew.',
  },
  ({ isRecent, host, lab, need, parameter }) => {
    const { host: on, datasets, repositories } = need('backup')
    const objective = parameter.seconds('p.rpo.noncritical')
    const others = datasets.filter(
      ({ name, recreatable }) =>
        recreatable === undefined &&
        lab.recoveryPlan.data.some((it) => it.name === name && it.isCritical === false),
    )
    const near = host(on).resticRepositories.filter(({ name }) =>
      repositories.some((it) => it.name === name && it.rank === 'nas'),
    )
    const times = others.map((data) => ({
      data: data.name,
      at: pointsOf(
        near.flatMap(({ snapshots }) => snapshots),
        data,
      )
        .map(({ at }) => at)
        .sort(),
    }))

    all(
      () =>
        every(
          times.map(({ data, at }) => ({ data, backups: at.length, newest: at.at(-1) ?? 'never' })),
          'has more than one, and one of the last day',
          ({ backups, newest }) => backups > 1 && isRecent(newest, objective),
        ),
      () =>
        none(
          times.flatMap(({ data, at }) =>
            at.slice(1).map((to, i) => ({
              data,
              from: at[i],
              seconds: (Date.parse(to) - Date.parse(at[i] ?? '')) / 1000,
            })),
          ),
          'left a gap of a day',
          ({ seconds }) => seconds >= objective,
        ),
    )
  },
)
