import { all, control, every, the } from '#harness'

control(
  'Worlds and the data of the panel are on the pool',
  {
    statement: 'ZF-14',
    impact: 'high',
    strength: 'target',
    kind: 'storage',
    standards: ['CP-9', 'SC-28'],
    remedy:
      'Move the folder to the declared volume or dataset, and name it under `games.data`; a data folder of Wings elsewhere is set by `data` in /etc/pelican/config.yml.',
  },
  ({ host, inventory, lab, need }) => {
    const { host: on, data } = need('games')
    const { host: server, pool } = need('zfs')
    const { vmid } = the(inventory.guests, on, ({ name }) => name === on)
    const { options } = the(lab.guestConfigs, `configuration of ${on}`, (one) => one.vmid === vmid)
    const volumes = Object.entries(options)
      .filter(([key]) => /^(scsi|virtio|sata)\d+$/.test(key))
      .map(([, value]) => value.split(',')[0]?.split(':')[1])
    const mountOf = (path: string) =>
      host(on)
        .mounts.filter((mount) => mount.path === '/' || `${path}/`.startsWith(`${mount.path}/`))
        .sort((a, b) => a.path.length - b.path.length)
        .at(-1)
    const kept = host(on)
      .containers.filter(({ name }) => !/cadvisor|exporter/.test(name))
      .flatMap(({ name, mounts }) =>
        mounts
          .filter(({ isWritable, source }) => isWritable && !/\.sock$/.test(source))
          .map(({ source }) => ({ container: name, source })),
      )

    all(
      () =>
        every(
          data.map(({ path, dataset }) => {
            const { source, fstype } = mountOf(path) ?? {}
            return { path, dataset, source, fstype }
          }),
          'is a disk of the machine that the pool has, or a dataset of it',
          ({ dataset, source = '', fstype = '' }) =>
            dataset.startsWith(`${pool}/`) &&
            [...host(server).zfsDatasets, ...host(server).zfsVolumes].some(
              ({ name }) => name === dataset,
            ) &&
            (volumes.includes(dataset.slice(pool.length + 1))
              ? /^\/dev\/(sd|vd)/.test(source)
              : ['virtiofs', 'nfs4'].includes(fstype)),
        ),
      () =>
        every(kept, 'is below a declared folder', ({ source }) =>
          data.some(({ path }) => source === path || source.startsWith(`${path}/`)),
        ),
    )
  },
)
