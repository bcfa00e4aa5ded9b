import { control } from '#harness'
import { isThere } from './machines.ts'

control(
  'The VM with the database runs',
  {
    statement: 'TG-28',
    impact: 'high',
    kind: 'placement',
    standards: ['CM-8', 'PL-8'],
    remedy:
      'Start it with `qm start <vmid>`; where it is gone, apply its OpenTofu root and restore its disks. A copy of the same name is renamed or removed.',
  },
  (views) => isThere(views, 'database', 'running'),
)
