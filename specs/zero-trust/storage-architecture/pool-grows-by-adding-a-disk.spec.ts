import { all, control, lastDrill, measured, that } from '#harness'

control(
  'A disk of another size joined pool and parity, and nobody who read or wrote noticed',
  {
    statement: 'ZT-59',
    impact: 'low',
    strength: 'target',
    kind: 'storage',
    standards: ['CM-3', 'CP-2(2)', 'SC-6'],
    remedy:
      'Run `plumb drill pool-growth` on a replica and commit its record: a line in /etc/fstab, mount, add the branch, a `data` line in snapraid.conf, sync; a disk larger than parity becomes the parity disk first.',
  },
  ({ ageSeconds, lab, parameter }) => {
    const record = lastDrill({ ageSeconds, lab }, 'pool-growth')
    const { file, result, scenario } = record
    const growth = measured(record, 'growth')
    const { diskBytes, parityBytes, poolBytesBefore, poolBytesAfter } = growth
    const grown = poolBytesAfter - poolBytesBefore

    all(
      () =>
        that(
          ageSeconds(record.endedAt) <= parameter.seconds('p.drill.max_age'),
          'it was tried within the drill period',
          { scenario, file, endedAt: record.endedAt },
        ),
      () => that(result === 'recovered', 'it ended well', { file, result }),
      // What a file system needs for itself is not lost to the pool.
      () =>
        that(
          diskBytes > 0 && grown >= diskBytes * 0.9 && grown <= diskBytes,
          'the pool grew by the disk',
          {
            file,
            diskBytes,
            grown,
          },
        ),
      () =>
        that(growth.operations > 0 && growth.failures === 0, 'reading and writing went on', {
          file,
          operations: growth.operations,
          failures: growth.failures,
        }),
      () =>
        that(growth.syncStatus === 0, 'parity was computed over it', {
          file,
          syncStatus: growth.syncStatus,
        }),
      () =>
        that(parityBytes >= diskBytes, 'parity is as large as the new disk', {
          file,
          diskBytes,
          parityBytes,
        }),
      () =>
        that(
          growth.isDeclared && growth.isProtected && growth.isBranch,
          'it comes back at the next boot, in the pool and under parity',
          {
            file,
            isDeclared: growth.isDeclared,
            isProtected: growth.isProtected,
            isBranch: growth.isBranch,
          },
        ),
    )
  },
)
