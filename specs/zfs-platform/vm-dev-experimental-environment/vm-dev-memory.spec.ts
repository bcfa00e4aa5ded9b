import { control } from '#harness'
import { hasMemory } from './machine.ts'

control(
  'vm-dev has 4 GiB of memory, and sees them',
  {
    statement: 'ZF-98',
    impact: 'low',
    kind: 'sizing',
    standards: ['CM-2', 'SC-6'],
    remedy:
      'Set it with `qm set 124 --memory 4096 --balloon 0`, and restart the machine; what is written as GB in the document is meant as GiB.',
  },
  (views) => hasMemory(views, 'vm-dev', 4),
)
