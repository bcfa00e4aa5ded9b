import { control } from '#harness'
import { hasMemory } from './machine.ts'

control(
  'vm-apps has 6 GiB of memory, and sees them',
  {
    statement: 'ZF-68',
    impact: 'low',
    kind: 'sizing',
    standards: ['CM-2', 'SC-6'],
    remedy:
      'Set it with `qm set 121 --memory 6144 --balloon 0`, and restart the machine; what is written as GB in the document is meant as GiB.',
  },
  (views) => hasMemory(views, 'vm-apps', 6),
)
