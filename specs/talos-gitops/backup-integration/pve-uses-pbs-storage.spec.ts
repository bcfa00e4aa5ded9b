import { all, control, every, saw } from '#harness'

/** A storage may be switched on and still not be reached. */
const isInUse = ({
  isActive,
  isEnabled,
  type,
}: {
  isActive: boolean
  isEnabled: boolean
  type: string
}) => type === 'pbs' && isEnabled && isActive

control(
  'The hypervisor has the backup server attached, and reaches it',
  {
    statement: 'TG-69',
    impact: 'high',
    kind: 'backup',
    standards: ['CP-9'],
    remedy:
      'See `pvesm status` on the hypervisor; correct the fingerprint or the token of the storage, and start the backup server.',
  },
  ({ lab, need }) =>
    all(
      () =>
        every(
          lab.proxmoxNodes.map(({ node }) => ({ node })),
          'reaches a storage of the backup server',
          ({ node }) =>
            saw(lab.proxmoxStorages, (storage) => storage.node === node && isInUse(storage)),
        ),
      () =>
        every(
          lab.backupJobs.map(({ id, isEnabled, storage }) => ({ id, isEnabled, storage })),
          'writes to the backup server',
          ({ isEnabled, storage }) =>
            !isEnabled ||
            saw(
              lab.proxmoxStorages,
              (one) => one.name === storage && one.node === need('pve').node && isInUse(one),
            ),
        ),
      () =>
        every(
          need('backups').stores.map((store) => ({ store })),
          'is attached to the hypervisor, and reached',
          ({ store }) =>
            saw(
              lab.proxmoxStorages,
              (one) => one.datastore === store && one.node === need('pve').node && isInUse(one),
            ),
        ),
    ),
)
