import { control } from '#harness'
import { hasDisk } from './machine.ts'

control(
  'vm-games has one disk of 128 GiB, and fills it',
  {
    statement: 'ZF-91',
    impact: 'low',
    kind: 'sizing',
    standards: ['CM-2', 'SC-6'],
    remedy:
      'Enlarge the volume with `qm disk resize 123 scsi0 128G` and the file system with `growpart` and `resize2fs`; remove further disks, or declare them in the document.',
  },
  (views) => hasDisk(views, 'vm-games', 128),
)
