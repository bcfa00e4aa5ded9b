import { control } from '#harness'
import { hasProcessors } from './machine.ts'

control(
  'vm-dev has 2 processors, and sees them',
  {
    statement: 'ZF-98',
    impact: 'low',
    kind: 'sizing',
    standards: ['CM-2', 'SC-6'],
    remedy:
      'Set them with `qm set 124 --cores 2 --sockets 1 --delete vcpus,cpulimit`, and restart the machine.',
  },
  (views) => hasProcessors(views, 'vm-dev', 2),
)
