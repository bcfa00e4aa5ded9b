import { all, control, every, none } from '#harness'

/** Keys of disks. A drive for discs, also the one with first settings of a guest, holds no data. */
const DISK = /^(?:scsi|virtio|sata|ide|efidisk|tpmstate|unused|rootfs|mp)\d*$/

control(
  'Every disk of every guest is in the pool',
  {
    statement: 'ZF-14',
    impact: 'high',
    kind: 'storage',
    standards: ['CM-2', 'SC-28'],
    remedy:
      'Move the disk with `qm disk move <vmid> <disk> tank --delete` or `pct move-volume`, and take `images` and `rootdir` from every other storage.',
  },
  ({ host, lab, need }) => {
    const { host: name, pool } = need('zfs')
    const inPool = (dataset = '') => dataset === pool || dataset.startsWith(`${pool}/`)
    const { guestConfigs, proxmoxStorages } = lab
    const known = [...host(name).zfsDatasets, ...host(name).zfsVolumes]
    const disks = guestConfigs.items.flatMap(({ vmid, options, mountPoints }) =>
      Object.entries(options)
        .filter(([key, value]) => DISK.test(key) && !/,media=cdrom\b|^none\b/.test(value))
        .filter(([key]) => !mountPoints.some((it) => it.key === key && it.isHostPath))
        .map(([key, value]) => {
          const [storage, volume] = (value.split(',')[0] ?? '').split(':')
          return { vmid, key, storage, volume }
        }),
    )

    all(
      () =>
        every(
          { ...guestConfigs, items: disks },
          'is a volume that the pool has',
          ({ storage, volume }) => {
            const { pool: dataset } =
              proxmoxStorages.items.find((one) => one.name === storage && one.type === 'zfspool') ??
              {}
            const full = `${dataset}/${volume?.split('/').at(-1)}`
            return inPool(dataset) && known.some((one) => one.name === full)
          },
        ),
      () =>
        none(
          proxmoxStorages,
          'would take a disk outside the pool',
          ({ isEnabled, content, type, pool: dataset }) =>
            isEnabled &&
            content.some((kind) => kind === 'images' || kind === 'rootdir') &&
            (type !== 'zfspool' || !inPool(dataset)),
        ),
      () =>
        every(
          {
            ...guestConfigs,
            items: guestConfigs.items.flatMap(({ vmid, mountPoints }) =>
              mountPoints.map(({ key, source, isHostPath }) => ({ vmid, key, source, isHostPath })),
            ),
          },
          'is no folder of the host beside the pool',
          ({ isHostPath, source }) => !isHostPath || inPool(source.replace(/^\//, '')),
        ),
      // Lines of LXC itself mount as well, and so may the command line of a machine.
      () =>
        none(
          {
            ...guestConfigs,
            items: guestConfigs.items.flatMap(({ vmid, raw, options }) => [
              ...raw
                .filter(({ key }) => /^lxc\.(?:mount\.|rootfs)/.test(key))
                .map(({ value }) => ({ vmid, value })),
              ...(/-(?:drive|blockdev|virtfs|fsdev|hd[a-d])\b/.test(options.args ?? '')
                ? [{ vmid, value: options.args }]
                : []),
            ]),
          },
          'keeps something past its configuration, where the pool may not be',
          ({ value = '' }) => !/^\/?(?:dev|sys|proc)\//.test(value),
        ),
    )
  },
)
