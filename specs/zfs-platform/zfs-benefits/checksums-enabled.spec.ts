import { all, control, every } from '#harness'

control(
  'Every dataset has checksums, and all of it was read and found right since',
  {
    statement: 'ZF-16',
    impact: 'high',
    kind: 'storage',
    standards: ['SI-7', 'SC-28'],
    remedy:
      'Run `zfs inherit checksum <dataset>`; what was written without checksums stays so until it is written again.',
  },
  ({ host, need }) => {
    const { host: name, pool } = need('zfs')

    all(
      () =>
        every(
          host(name).zfsDatasets.map(({ name: dataset, checksum }) => ({ dataset, checksum })),
          'has checksums',
          ({ checksum }) => checksum !== 'off',
        ),
      () =>
        every(
          host(name)
            .poolEvents.filter((event) => event.pool === pool && event.kind === 'scrub')
            .slice(-1),
          'read everything without an error',
          ({ errors }) => errors === 0,
        ),
    )
  },
)
