import { all, control, every } from '#harness'
import { LEAVES } from './leaves.ts'

control(
  'Every dataset of services and media has snapshots, enough of them and a recent one',
  {
    statement: 'ZF-17',
    impact: 'critical',
    kind: 'backup',
    standards: ['CP-9', 'CIS-11.2'],
    remedy:
      'See what takes them, e.g. `systemctl status sanoid.timer sanoid.service`, and take one by hand with `zfs snapshot -r tank/services@now`.',
  },
  ({ ageSeconds, host, need, parameter }) => {
    const { zfsDatasets, zfsSnapshots } = host(need('zfs').host)
    const limits = {
      services: {
        longest: parameter.seconds('p.zfs.service_snapshot_max_age'),
        least: parameter.number('p.zfs.service_snapshots'),
      },
      media: {
        longest: parameter.seconds('p.zfs.media_snapshot_max_age'),
        least: parameter.number('p.zfs.media_snapshots'),
      },
    }
    const taken = LEAVES.map(({ dataset, kind }) => {
      const own = zfsSnapshots.filter((snapshot) => snapshot.dataset === dataset)
      const ages = own.map(({ createdAt }) => ageSeconds(createdAt))
      return { dataset, kind, snapshots: own.length, youngestSeconds: Math.min(...ages) }
    })

    all(
      () =>
        every(
          taken,
          'was snapshotted within its time',
          // A clock that was ahead makes a snapshot that stays young.
          ({ kind, youngestSeconds }) =>
            youngestSeconds <= limits[kind].longest && youngestSeconds >= -60,
        ),
      () =>
        every(
          taken,
          'has as many as it has to',
          ({ kind, snapshots }) => snapshots >= limits[kind].least,
        ),
      // Snapshots of a dataset that is not mounted are snapshots of something else's absence.
      () =>
        every(taken, 'is mounted where its data are', ({ dataset }) =>
          zfsDatasets.some(
            ({ name, isMounted, mountPoint }) =>
              name === dataset && isMounted === true && mountPoint === `/${dataset}`,
          ),
        ),
    )
  },
)
