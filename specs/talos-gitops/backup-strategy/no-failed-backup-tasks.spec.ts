import { all, control, every, none } from '#harness'

const KINDS = /^(backup|verif\w*|prune\w*|sync\w*|garbage_collection)$/

/** Tasks that have to do with backups; others may fail for reasons of their own. */
const ofBackup = <Task extends { readonly type: string }>(tasks: {
  readonly items: readonly Task[]
  readonly complete: boolean
}) => ({ ...tasks, items: tasks.items.filter(({ type }) => KINDS.test(type)) })

control(
  'Of backups, verification, pruning and collection some ran in the last day, and none failed',
  {
    statement: 'TG-216',
    impact: 'medium',
    kind: 'backup',
    standards: ['CP-9', 'AU-6'],
    remedy:
      'Read the log of the task that failed, at the hypervisor or the backup server, and run it again.',
  },
  ({ ageSeconds, isRecent, lab, parameter }) => {
    const span = parameter.seconds('p.backup.task_window')
    const runs = { hypervisor: lab.backupTasks, 'backup server': ofBackup(lab.backupServerTasks) }
    const reachesBack = Object.entries(runs).map(([of, { complete, items }]) => ({
      of,
      complete,
      oldest: items.at(-1)?.startedAt,
      recent: items.filter(({ startedAt }) => ageSeconds(startedAt) <= span),
    }))
    all(
      () =>
        every(
          reachesBack.map(({ of, recent }) => ({
            of,
            ended: recent.filter(
              ({ startedAt, status }) => status === 'OK' && isRecent(startedAt, span),
            ).length,
          })),
          'had such a task in the last day that ended well',
          ({ ended }) => ended > 0,
        ),
      () =>
        none(
          reachesBack.flatMap(({ of, recent }) => recent.map((task) => ({ of, ...task }))),
          'ended otherwise than well',
          ({ status }) => status !== undefined && status !== 'OK',
        ),
      () =>
        none(
          Object.entries(runs).flatMap(([of, { items }]) =>
            items.map(({ startedAt }) => ({ of, startedAt })),
          ),
          'is dated ahead',
          ({ startedAt }) => ageSeconds(startedAt) < 0 && !isRecent(startedAt, span),
        ),
      () =>
        every(
          reachesBack.map(({ complete, of, oldest }) => ({ of, complete, oldest })),
          'is listed for the whole day',
          ({ complete, oldest = '' }) => complete || ageSeconds(oldest) > span,
        ),
    )
  },
)
