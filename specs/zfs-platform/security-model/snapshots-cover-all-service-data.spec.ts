import { all, control, every, none } from '#harness'
import { keptOf, wayOf } from './ways.ts'

control(
  'Whatever a service keeps is in a dataset or volume with a recent snapshot',
  {
    statement: 'ZF-115',
    impact: 'critical',
    kind: 'backup',
    standards: ['CP-9', 'CIS-11.2'],
    remedy:
      'Add the dataset or volume to what takes snapshots (for sanoid /etc/sanoid/sanoid.conf), and move databases out of anonymous volumes.',
  },
  ({ isRecent, host, hosts, need, parameter }) => {
    const { host: name, paths = [] } = need('zfs')
    const { zfsSnapshots, zfsVolumes } = host(name)
    const ofDisks = zfsVolumes.flatMap(({ name: dataset, snapshots }) =>
      snapshots.map((createdAt) => ({ dataset, createdAt })),
    )
    const longest = (dataset: string) =>
      parameter.seconds(
        dataset.startsWith('tank/media/')
          ? 'p.zfs.media_snapshot_max_age'
          : 'p.zfs.service_snapshot_max_age',
      )

    all(
      () =>
        every(paths, 'leads to something that was snapshotted within its time', ({ by, dataset }) =>
          (by === 'disk' ? ofDisks : zfsSnapshots).some(
            (snapshot) =>
              snapshot.dataset === dataset && isRecent(snapshot.createdAt, longest(dataset)),
          ),
        ),
      ...hosts('compute').map(
        (machine) => () =>
          none(
            host(machine.name).containers.flatMap((container) =>
              keptOf(container).map(({ source, destination }) => ({
                host: machine.name,
                container: container.name,
                source,
                destination,
              })),
            ),
            'is kept where no snapshot is known to cover it',
            ({ source }) => wayOf(paths, machine.name, source) === undefined,
          ),
      ),
    )
  },
)
