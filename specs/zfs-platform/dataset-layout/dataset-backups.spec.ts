import { all, control, none, saw, that } from '#harness'
import { isThere, keptBy } from './use.ts'

control(
  'tank/backups holds a backup that is new, and no service writes there',
  {
    statement: 'ZF-33',
    impact: 'high',
    kind: 'storage',
    standards: ['CM-2', 'CP-9'],
    remedy:
      'See the last run under Datacenter > Backup, and start it again with `vzdump --all --storage backups`; move what a service keeps there to its own dataset.',
  },
  (views) => {
    const { isRecent, host, hosts, lab, need, parameter } = views
    const { host: name, paths = [] } = need('zfs')
    const { node } = need('pve')
    const longest = parameter.seconds('p.backup.max_age')
    const isBackups = (folder: string) => `${folder}/`.startsWith('/tank/backups/')

    all(
      () =>
        that(isThere(views, 'tank/backups'), 'it is a file system that is mounted', 'tank/backups'),
      () =>
        that(
          saw(
            host(name).backupFiles,
            ({ modifiedAt, bytes }) => bytes > 0 && isRecent(modifiedAt, longest),
          ),
          'a backup of a guest arrived within the time',
          { dataset: 'tank/backups' },
        ),
      () => none(paths, 'leads a machine there', ({ dataset }) => isBackups(`/${dataset}`)),
      () =>
        none(lab.dirMappings, 'gives it to machines', ({ paths: at }) => isBackups(at[node] ?? '')),
      ...hosts('compute').map(
        (machine) => () =>
          none(keptBy(views, machine.name, ['']), 'is written by a container', ({ dataset = '' }) =>
            isBackups(`/${dataset}`),
          ),
      ),
    )
  },
)
