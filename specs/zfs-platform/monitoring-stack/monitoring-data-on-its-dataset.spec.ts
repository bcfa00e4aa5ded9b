import { all, control, every, that, the } from '#harness'

control(
  'What Prometheus and Grafana keep is in tank/services/monitoring, and changes there',
  {
    statement: 'ZF-105',
    impact: 'medium',

    kind: 'storage',
    standards: ['CP-9', 'AU-4'],
    remedy:
      'Mount the dataset at its path on the machine, move the data there, and create the containers anew with that folder.',
  },
  ({ host, need }) => {
    const { host: on, grafana, prometheus } = need('monitoring')
    const { host: server, paths = [] } = need('zfs')
    const DATASET = 'tank/services/monitoring'
    const way = the(paths, `way to ${DATASET}`, (one) => one.host === on && one.dataset === DATASET)
    const [here] = host(on).folderContents.filter(({ path }) => path === way.path)
    const [there] = host(server).folderContents.filter(({ path }) => path === `/${DATASET}`)
    const { referencedBytes } = the(
      host(server).zfsDatasets,
      DATASET,
      ({ name }) => name === DATASET,
    )
    const newest = host(server)
      .zfsSnapshots.filter(({ dataset }) => dataset === DATASET)
      .sort((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt))
      .at(-1)
    const DATA = [
      { container: prometheus, destination: '/prometheus' },
      { container: grafana, destination: '/var/lib/grafana' },
    ]

    all(
      () =>
        that(
          here?.mountPoint === way.path && there !== undefined,
          'the dataset is mounted on the machine',
          { path: way.path, mountPoint: here?.mountPoint },
        ),
      () =>
        that(
          here?.marks.some((mark) => there?.marks.includes(mark)) === true,
          'machine and pool show the same files',
          { here: here?.marks.length, there: there?.marks.length },
        ),
      () =>
        every(DATA, 'has its data below that path', ({ container, destination }) =>
          host(on)
            .containers.filter(({ name }) => name === container)
            .flatMap(({ mounts }) => mounts)
            .some(
              (mount) =>
                mount.destination === destination && mount.source.startsWith(`${way.path}/`),
            ),
        ),
      // The same path may be a folder of the machine inside a container that started too early.
      () =>
        every(
          DATA,
          'sees the dataset there, not the disk of the machine',
          ({ container, destination }) =>
            host(on).containerMounts.items.some(
              (table) =>
                table.container === container &&
                table.mounts.some(
                  (mount) => mount.path === destination && mount.device === here?.device,
                ),
            ),
        ),
      () =>
        that(
          newest !== undefined &&
            (newest.usedBytes > 0 || newest.referencedBytes !== referencedBytes),
          'it has changed since its last snapshot',
          { referencedBytes, snapshot: newest },
        ),
    )
  },
)
