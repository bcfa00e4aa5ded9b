import { control } from '#harness'
import { hasMemory } from './machine.ts'

control(
  'vm-games has 24 GiB of memory, and sees them',
  {
    statement: 'ZF-91',
    impact: 'low',
    kind: 'sizing',
    standards: ['CM-2', 'SC-6'],
    remedy:
      'Set it with `qm set 123 --memory 24576 --balloon 0`, and restart the machine; what is written as GB in the document is meant as GiB.',
  },
  (views) => hasMemory(views, 'vm-games', 24),
)
