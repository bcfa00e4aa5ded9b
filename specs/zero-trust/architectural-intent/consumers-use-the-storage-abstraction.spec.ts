import { all, control, every, none } from '#harness'

control(
  'Applications reach data through the pool and its shares, never through a single disk',
  {
    statement: 'ZT-15',
    impact: 'medium',
    kind: 'storage',
    standards: ['SC-7', 'CM-2', 'AC-6'],
    remedy:
      'Point the share below the pool (`path = /srv/pool/…`), take disks and branches out of fstab, compose files and guest configurations of the consumers, and mount the share instead.',
  },
  ({ host, hosts, lab, need, inventory }) => {
    const { dataDisks, parityDisks, pool, host: server } = need('storage')
    const disks = [...dataDisks, ...parityDisks]
    const paths = disks.map(({ path }) => path)
    const isBelow = (path: string, top: string) => path === top || path.startsWith(`${top}/`)
    /** The source of a mount, a share or a volume that is one disk of the array. */
    const isDisk = (source: string) =>
      disks.some(({ serial, uuid }) => source.includes(serial) || source.includes(uuid)) ||
      paths.some((path) => isBelow(source.replace(/^[\w.-]+:(?=\/)/, ''), path))
    const { mounts, smbConfig } = host(server)
    const vmid = hosts().find(({ name }) => name === server)?.vmid
    const consumers = hosts('compute', 'service', 'monitoring')

    all(
      () =>
        every(
          smbConfig.shares.map(({ name, path, realPath }) => ({ share: name, path, realPath })),
          'is a folder of the pool, every link followed',
          ({ realPath }) => realPath !== pool && isBelow(realPath, pool),
        ),
      () =>
        none(
          mounts.map(({ path, source, root }) => ({ host: server, path, source, root })),
          'stands in the pool in place of its own folder',
          ({ path }) => path !== pool && isBelow(path, pool),
        ),
      ...consumers.map(({ name }) => () => {
        none(
          host(name).mounts.map(({ path, source }) => ({ host: name, path, source })),
          'is a disk of the array, mounted by a consumer',
          ({ source }) => isDisk(source),
        )
      }),
      ...hosts('compute').map(({ name }) => () => {
        none(
          host(name).containers.flatMap(({ name: container, mounts: volumes, devices }) => [
            ...volumes.map(({ source }) => ({ container, source })),
            ...devices.map((source) => ({ container, source })),
          ]),
          'is a disk of the array, given to a container',
          ({ source }) => isDisk(source),
        )
      }),
      () => {
        const { items, ...whole } = lab.guestConfigs
        none(
          {
            ...whole,
            items: items
              .filter((config) => config.vmid !== vmid)
              .flatMap((config) => [
                ...config.mountPoints.map(({ source }) => ({ vmid: config.vmid, source })),
                ...config.devices.map(({ path }) => ({ vmid: config.vmid, source: path })),
                ...Object.entries(config.options)
                  .filter(([key]) => /^(scsi|virtio|sata|ide)\d+$/.test(key))
                  .map(([, value]) => ({ vmid: config.vmid, source: value })),
              ]),
          },
          `is a disk of the array, given to another guest than ${vmid}`,
          ({ source }) => isDisk(source),
        )
      },
      () =>
        every(
          inventory.services
            .filter(({ runtime }) => runtime !== 'vm')
            .map(({ name, host: at }) => ({ name, at })),
          'runs elsewhere than on the storage host',
          ({ at }) => at !== server,
        ),
    )
  },
)
