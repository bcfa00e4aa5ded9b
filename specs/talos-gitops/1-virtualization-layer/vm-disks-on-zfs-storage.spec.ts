import { all, control, every, none, saw } from '#harness'

/** Volumes of the disks, firmware and TPM state among them; an empty drive and a CD are no disk. */
const disksOf = (options: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(options)
    .filter(
      ([key, value]) =>
        /^(scsi|virtio|sata|ide|efidisk|tpmstate|unused)\d+$/.test(key) &&
        !/(^|,)media=cdrom(,|$)/.test(value),
    )
    .map(([, value]) => value.replace(/^file=/, '').split(',')[0] ?? '')

control(
  'Every disk of a guest lies in a ZFS pool',
  {
    statement: 'TG-13',
    impact: 'high',
    kind: 'storage',
    standards: ['SC-28', 'CM-6'],
    remedy: 'Move the disk with `qm disk move <vmid> <disk> <zfs storage> --delete`.',
  },
  ({ lab }) => {
    const guests = {
      ...lab.guestConfigs,
      items: lab.guestConfigs.items.map(({ node, options, vmid }) => ({
        vmid,
        node,
        disks: disksOf(options),
      })),
    }
    all(
      () => every(guests, 'has disks', ({ disks }) => disks.length > 0),
      () =>
        none(guests, 'has a disk outside ZFS', ({ disks, node }) =>
          disks.some(
            (disk) =>
              !saw(
                lab.proxmoxStorages,
                (storage) =>
                  storage.node === node &&
                  disk.startsWith(`${storage.name}:`) &&
                  storage.type === 'zfspool' &&
                  storage.isActive,
              ),
          ),
        ),
    )
  },
)
