import { control } from '#harness'
import { hasProcessors } from './machine.ts'

control(
  'vm-infra has 2 processors, and sees them',
  {
    statement: 'ZF-55',
    impact: 'low',
    kind: 'sizing',
    standards: ['CM-2', 'SC-6'],
    remedy:
      'Set them with `qm set 120 --cores 2 --sockets 1 --delete vcpus,cpulimit`, and restart the machine.',
  },
  (views) => hasProcessors(views, 'vm-infra', 2),
)
