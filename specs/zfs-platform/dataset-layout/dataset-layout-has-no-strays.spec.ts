import { control, same } from '#harness'
import { CHILDREN, GUEST_DISK } from './use.ts'

const LAYOUT = [
  'tank',
  ...Object.entries(CHILDREN).flatMap(([above, names]) => names.map((name) => `${above}/${name}`)),
]

control(
  'The pool has the datasets of the layout and the disks of guests, and no other',
  {
    statement: 'ZF-21',
    impact: 'low',
    strength: 'target',
    kind: 'storage',
    standards: ['CM-8', 'CM-2'],
    remedy:
      'See `zfs list -o name,origin,creation`: destroy clones and halves of broken transfers, and move what somebody keeps beside the layout.',
  },
  ({ host, need }) => {
    const { host: name, pool } = need('zfs')
    same(
      host(name)
        .zfsDatasets.map((one) => one.name)
        .filter((one) => one === pool || one.startsWith(`${pool}/`))
        .filter((one) => !GUEST_DISK.test(one)),
      LAYOUT,
      'datasets',
    )
  },
)
