import { all, control, none, the } from '#harness'
import { mountsOf } from './drives.ts'

control(
  'No parity disk is part of the pool or of a share',
  {
    statement: 'ZT-34',
    impact: 'high',
    kind: 'storage',
    standards: ['CM-6', 'SI-7'],
    remedy:
      'Take the parity disk out of the mergerfs line in /etc/fstab (a glob may match its mount point) and of smb.conf, and mount it nowhere else.',
  },
  ({ host, need }) => {
    const storage = need('storage')
    const { mounts, parityFiles, pool, smbConfig } = host(storage.host)
    const { branches } = the(pool, `pool at ${storage.pool}`, ({ path }) => path === storage.pool)
    const files = parityFiles.filter(({ kind }) => kind === 'parity')
    const parity = files.map(({ device }) => device)
    const known = files.length > 0 && files.every(({ exists }) => exists)
    const ways = storage.parityDisks.map(({ path }) => path)

    all(
      () =>
        none(
          { items: branches, complete: known, because: 'a parity file is not where it should be' },
          'is a parity disk',
          ({ device, path }) => parity.includes(device) || ways.includes(path),
        ),
      () =>
        none(
          smbConfig.shares,
          'exports a parity disk',
          ({ realPath }) =>
            mountsOf(mounts, realPath).some(({ device }) => parity.includes(device)) ||
            ways.some(
              (way) => realPath === '/' || (realPath !== '' && way.startsWith(`${realPath}/`)),
            ),
        ),
      () =>
        none(
          mounts,
          'is a second way to a parity disk',
          ({ device, path }) => parity.includes(device) && !ways.includes(path),
        ),
    )
  },
)
