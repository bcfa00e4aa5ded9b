import { all, control, same, that, the } from '#harness'
import { CHILDREN, childrenOf, isThere } from './use.ts'

control(
  'The pool holds its three datasets and the disks of guests, and its root holds nothing',
  {
    statement: 'ZF-21',
    impact: 'medium',
    kind: 'storage',
    standards: ['CM-2', 'CP-9'],
    remedy:
      'Move what lies in /tank itself into one of its datasets: no snapshot of those covers it. Rename or destroy datasets beside the three.',
  },
  (views) => {
    const { host, need, parameter } = views
    const { host: name, pool } = need('zfs')
    const root = the(host(name).zfsDatasets, `dataset ${pool}`, (one) => one.name === pool)
    const most = parameter.bytes('p.zfs.root_max_size')
    const { referencedBytes } = root

    all(
      () => that(isThere(views, 'tank'), 'the root is a file system that is mounted', root),
      () => same(childrenOf(views, 'tank'), CHILDREN.tank, 'datasets'),
      () =>
        that(referencedBytes < most, 'nothing lies in the root itself', { pool, referencedBytes }),
    )
  },
)
