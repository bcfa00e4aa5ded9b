import { control, every, the } from '#harness'

control(
  'Every disk of a guest has a recent snapshot of the schedule',
  {
    statement: 'TG-16',
    impact: 'medium',
    kind: 'backup',
    strength: 'target',
    standards: ['CP-9', 'CIS-11.2'],
    remedy:
      'Put the dataset into the configuration of the snapshot tool, with `recursive = yes` for what lies below.',
  },
  ({ isRecent, host, lab, need, parameter }) => {
    const { zfsSnapshots } = host(need('zfs').host)
    const prefix = parameter.text('p.zfs.snapshot_prefix')
    const exempt = parameter.words('p.zfs.snapshot_exempt')
    const disks = lab.guestConfigs.items
      .filter(({ isTemplate }) => !isTemplate)
      .flatMap(({ options }) =>
        Object.entries(options).flatMap(([key, value]) =>
          /^((scsi|virtio|sata|ide|mp)\d+|rootfs)$/.test(key) && !/(^none|,media=cdrom)/.test(value)
            ? [value.split(',')[0] ?? '']
            : [],
        ),
      )

    every(
      { ...lab.guestConfigs, items: disks.filter((disk) => !exempt.includes(disk)) },
      'has a recent snapshot',
      (disk) => {
        const [storage, volume] = disk.split(':')
        const { pool = '' } = the(
          lab.proxmoxStorages,
          `storage ${storage}`,
          ({ name }) => name === storage,
        )
        return zfsSnapshots.some(
          ({ dataset, label, createdAt }) =>
            dataset === `${pool}/${volume}` &&
            label.startsWith(prefix) &&
            isRecent(createdAt, parameter.seconds('p.zfs.snapshot_max_age')),
        )
      },
    )
  },
)
