import { control } from '#harness'
import { hasProcessors } from './machine.ts'

control(
  'vm-games has 8 processors, and sees them',
  {
    statement: 'ZF-91',
    impact: 'low',
    kind: 'sizing',
    standards: ['CM-2', 'SC-6'],
    remedy:
      'Set them with `qm set 123 --cores 8 --sockets 1 --delete vcpus,cpulimit`, and restart the machine.',
  },
  (views) => hasProcessors(views, 'vm-games', 8),
)
