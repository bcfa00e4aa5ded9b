import { all, control, every, none, that, the } from '#harness'

control(
  'The pool is imported, whole, without errors, and has room',
  {
    statement: 'ZF-15',
    impact: 'critical',
    kind: 'storage',
    standards: ['SI-7', 'SC-28', 'CP-9'],
    remedy:
      'See `zpool status -v`: replace what is faulted with `zpool replace`, bring back what is offline with `zpool online`; counters are cleared only after a scrub that found nothing.',
  },
  ({ ageSeconds, host, need, parameter }) => {
    const { host: name, pool: called } = need('zfs')
    const { poolEvents, zpools } = host(name)
    const pool = the(zpools, `pool ${called}`, (it) => it.name === called)
    const fullest = parameter.number('p.zfs.max_capacity')
    const { name: _, devices, ...whole } = pool

    all(
      () =>
        that(
          pool.health === 'ONLINE' && pool.state === 'ONLINE' && pool.errorCount === 0,
          'the pool is online and knows of no error',
          whole,
        ),
      () => every(devices, 'is online', ({ state }) => state === 'ONLINE'),
      () =>
        none(
          devices,
          'has met errors',
          ({ readErrors, writeErrors, checksumErrors }) =>
            readErrors + writeErrors + checksumErrors > 0,
        ),
      () => that(pool.capacity <= fullest, `at most ${fullest} percent are in use`, whole),
      // Counters say nothing where they were set to 0 and nobody has read everything since.
      () =>
        none(
          poolEvents.filter(({ pool: of, kind }) => of === called && kind === 'clear'),
          'cleared the counters, and no scrub was made after it',
          ({ at }) =>
            !poolEvents.some(
              (event) =>
                event.pool === called &&
                event.kind === 'scrub' &&
                ageSeconds(event.at) < ageSeconds(at),
            ),
        ),
    )
  },
)
