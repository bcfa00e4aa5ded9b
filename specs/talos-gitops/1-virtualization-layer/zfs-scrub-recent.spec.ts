import { control, every } from '#harness'

control(
  'Every pool was scrubbed lately, and nothing was found wrong',
  {
    statement: 'TG-13',
    impact: 'medium',
    kind: 'storage',
    strength: 'target',
    standards: ['SI-7', 'CP-9'],
    remedy: 'Run `zpool scrub <pool>`, and let a timer do it every month.',
  },
  ({ isRecent, host, need, parameter }) => {
    const { zpools } = host(need('zfs').host)

    every(
      zpools.map(({ name, scan }) => ({ name, scan })),
      'was scrubbed lately without an error',
      ({ scan }) =>
        scan?.kind === 'scrub' &&
        scan.state === 'finished' &&
        scan.errors === 0 &&
        scan.endedAt !== undefined &&
        isRecent(scan.endedAt, parameter.seconds('p.zfs.scrub_max_age')),
    )
  },
)
