import { all, control, every, known, none } from '#harness'

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
  ({ ageSeconds, host, need }) => {
    const { host: name, pool } = need('zfs')
    const events = host(name).poolEvents.filter((event) => event.pool === pool)
    const scrubs = events.filter(({ kind }) => kind === 'scrub')

    all(
      () =>
        every(
          host(name).zfsDatasets.map(({ name: dataset, checksum }) => ({ dataset, checksum })),
          'has checksums',
          ({ checksum }) => checksum !== 'off',
        ),
      () => {
        // The log of ZFS in user space does not count them, and its status tells of the last pass alone.
        known(
          scrubs.every((scrub, i) => i < scrubs.length - 1 || scrub.errors !== undefined),
          'nobody counted the errors of the last scrub',
        )
        every(scrubs.slice(-1), 'read everything without an error', ({ errors }) => errors === 0)
      },
      // What was written while they were off has none, whatever is set now.
      () =>
        none(
          events.filter(({ kind }) => kind === 'checksum'),
          'set them anew, and nothing was read after it',
          ({ at }) => !scrubs.some((scrub) => ageSeconds(scrub.at) < ageSeconds(at)),
        ),
    )
  },
)
