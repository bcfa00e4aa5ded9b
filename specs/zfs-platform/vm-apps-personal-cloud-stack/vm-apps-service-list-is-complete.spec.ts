import { control } from '#harness'
import { hasOnlyItsOwn } from './workloads.ts'

control(
  'Nothing runs on vm-apps but its services, and the helpers that they need',
  {
    statement: 'ZF-69',
    impact: 'medium',
    strength: 'target',
    kind: 'configuration',
    standards: ['CM-7', 'CM-8', 'CIS-2.3'],
    remedy:
      'Remove what is left over with `docker rm -f`; what stays is declared under placement.stacks, and belongs into the document.',
  },
  (views) => hasOnlyItsOwn(views, 'vm-apps'),
)
