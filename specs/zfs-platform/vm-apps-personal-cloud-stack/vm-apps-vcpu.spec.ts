import { control } from '#harness'
import { hasProcessors } from './machine.ts'

control(
  'vm-apps has 4 processors, and sees them',
  {
    statement: 'ZF-68',
    impact: 'low',
    kind: 'sizing',
    standards: ['CM-2', 'SC-6'],
    remedy:
      'Set them with `qm set 121 --cores 4 --sockets 1 --delete vcpus,cpulimit`, and restart the machine.',
  },
  (views) => hasProcessors(views, 'vm-apps', 4),
)
