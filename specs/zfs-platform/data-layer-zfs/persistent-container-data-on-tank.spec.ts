import { all, control, every, none, that } from '#harness'
import { keptOf, showSame, wayOf } from './ways.ts'

control(
  'What containers keep is in the pool, whatever way leads there',
  {
    statement: 'ZF-14',
    impact: 'critical',
    kind: 'storage',
    standards: ['SC-28', 'CP-9', 'CM-6'],
    remedy:
      'Stop the container, mount what is missing (`mount -a` in the machine), move what it wrote beside the mount, and start it again; point named volumes at a folder of `zfs.paths`.',
  },
  ({ host, hosts, inventory, lab, need }) => {
    const { host: server, pool, paths = [] } = need('zfs')
    const engines = hosts('compute').map(({ name }) => name)

    all(
      () => that(paths.length > 0, 'the inventory names ways to the pool', { paths }),
      () =>
        every(
          paths.filter(({ by }) => by !== 'disk'),
          'is mounted there, and shows what the dataset holds',
          (way) => {
            const here = host(way.host).folderContents.find(({ path }) => path === way.path)
            const there = host(server).folderContents.find(({ path }) => path === `/${way.dataset}`)
            return (
              way.dataset.startsWith(`${pool}/`) &&
              here?.mountPoint === way.path &&
              there?.mountPoint === `/${way.dataset}` &&
              showSame(here, there)
            )
          },
        ),
      () =>
        none(
          paths.filter(({ by }) => by === 'disk'),
          'is not on a disk of its machine that the pool has',
          (way) => {
            const { vmid } = inventory.guests.find(({ name }) => name === way.host) ?? {}
            const { scsi0 = '' } =
              lab.guestConfigs.items.find((guest) => guest.vmid === vmid)?.options ?? {}
            const volume = scsi0.split(',')[0]?.split(':')[1]
            return (
              way.dataset !== `${pool}/${volume}` ||
              !host(server).zfsVolumes.some(({ name }) => name === way.dataset)
            )
          },
        ),
      ...engines.map((name) => () => {
        const folders = host(name).containers.flatMap((container) =>
          keptOf(container).map(({ source, destination }) => ({
            host: name,
            container: container.name,
            source,
            destination,
          })),
        )
        none(
          folders,
          'is on no way to the pool',
          ({ source }) => wayOf(paths, name, source) === undefined,
        )
      }),
      // A container that was started before the mount still writes into the bare folder.
      ...engines.map((name) => () => {
        const { items, ...whole } = host(name).containerMounts
        const seen = items.flatMap(({ container, mounts }) => {
          const kept = host(name)
            .containers.filter((one) => one.name === container)
            .flatMap(keptOf)
          return kept.map(({ source, destination }) => ({
            host: name,
            container,
            destination,
            device: mounts.findLast(({ path }) => path === destination)?.device,
            way: wayOf(paths, name, source),
          }))
        })
        none(
          { ...whole, items: seen },
          'is another file system inside the container than outside',
          ({ device, way }) =>
            way !== undefined &&
            way.by !== 'disk' &&
            device !== host(name).folderContents.find(({ path }) => path === way.path)?.device,
        )
      }),
    )
  },
)
