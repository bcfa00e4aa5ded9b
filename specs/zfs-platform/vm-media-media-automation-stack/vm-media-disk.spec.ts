import { control } from '#harness'
import { hasDisk } from './machine.ts'

control(
  'vm-media has one disk of 64 GiB, and fills it',
  {
    statement: 'ZF-78',
    impact: 'low',
    kind: 'sizing',
    standards: ['CM-2', 'SC-6'],
    remedy:
      'Enlarge the volume with `qm disk resize 122 scsi0 64G` and the file system with `growpart` and `resize2fs`; remove further disks, or declare them in the document.',
  },
  (views) => hasDisk(views, 'vm-media', 64),
)
