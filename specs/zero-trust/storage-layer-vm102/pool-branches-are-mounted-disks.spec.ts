import { all, control, every, saw, the } from '#harness'
import { serialsOf } from './drives.ts'

control(
  'Every branch of the pool is the mount point of a disk of its own',
  {
    statement: 'ZT-35',
    impact: 'critical',
    kind: 'storage',
    standards: ['SI-7', 'CP-9', 'SI-13'],
    remedy:
      'Mount the missing disk (`systemctl start <branch>.mount`), then move what was written into the bare folder meanwhile onto the pool.',
  },
  ({ host, need }) => {
    const storage = need('storage')
    const { blockDevices, mounts, pool } = host(storage.host)
    const { branches } = the(pool, `pool at ${storage.pool}`, ({ path }) => path === storage.pool)

    all(
      () =>
        every(
          branches,
          'is a mount point beside the system disk',
          (branch) => branch.isMountPoint && !branch.isOnRoot,
        ),
      () =>
        every(
          branches,
          'has a device of its own',
          ({ device }) => branches.filter((other) => other.device === device).length === 1,
        ),
      () =>
        every(branches, 'is the whole disk that is declared for it', ({ path, device }) => {
          const disk = the(storage.dataDisks, `data disk for ${path}`, (d) => d.path === path)
          const mount = the(mounts, `mount at ${path}`, (m) => m.path === path)
          const found = the(blockDevices, `block device ${device}`, (d) => d.device === device)
          return (
            mount.root === '/' &&
            mount.device === device &&
            found.uuid === disk.uuid &&
            saw(serialsOf(blockDevices, device), (serial) => serial === disk.serial)
          )
        }),
    )
  },
)
