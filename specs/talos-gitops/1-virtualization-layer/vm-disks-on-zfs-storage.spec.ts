import { all, control, every, none, saw } from '#harness'

/** Volumes of the disks, firmware and TPM state among them; an empty drive and a CD are no disk. */
const disksOf = (options: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(options)
    .filter(
      ([key, value]) =>
        /^(scsi|virtio|sata|ide|efidisk|tpmstate|unused)\d+$/.test(key) &&
        !/(^|,)media=cdrom(,|$)/.test(value),
    )
    .map(([, value]) => value.replace(/^file=/, ''))

control(
  'Every disk of a guest lies in a ZFS pool',
  {
    statement: 'TG-13',
    impact: 'high',
    kind: 'storage',
    standards: ['SC-28', 'CM-6'],
    remedy: 'Move the disk with `qm disk move <vmid> <disk> <zfs storage> --delete`.',
  },
  ({ lab }) =>
    all(
      () => every(lab.guestConfigs, 'has disks', ({ options }) => disksOf(options).length > 0),
      () =>
        none(lab.guestConfigs, 'has a disk outside ZFS', ({ options }) =>
          disksOf(options).some(
            (disk) =>
              !saw(
                lab.proxmoxStorages,
                ({ name, type, isActive }) =>
                  disk.startsWith(`${name}:`) && type === 'zfspool' && isActive,
              ),
          ),
        ),
    ),
)
