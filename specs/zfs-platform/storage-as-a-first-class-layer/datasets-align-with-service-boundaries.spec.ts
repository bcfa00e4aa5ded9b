import { all, control, every, none, same } from '#harness'

/** Datasets of services by the machine that works in them. Games have none: they are on their machine's disk. */
const PAIRS = [
  'vm-infra tank/services/infra',
  'vm-infra tank/services/monitoring',
  'vm-apps tank/services/apps',
  'vm-media tank/services/media',
  'vm-media tank/services/downloads',
  'vm-dev tank/services/dev',
]

control(
  'Each domain has its dataset and each dataset its domain, by what the hypervisor hands out',
  {
    statement: 'ZF-117',
    impact: 'medium',
    kind: 'storage',
    standards: ['SC-32', 'CM-2'],
    remedy:
      'See `qm config <vmid>` for virtiofs, and Datacenter > Directory Mappings: each dataset of services is given to one machine, and each machine has its own.',
  },
  ({ lab, inventory, need }) => {
    const { node } = need('pve')
    const { guestConfigs, dirMappings } = lab
    const nameOf = (vmid: number) =>
      inventory.guests.find((guest) => guest.vmid === vmid)?.name ?? String(vmid)
    const given = guestConfigs.items.flatMap(({ vmid, options, pending }) =>
      [
        ...Object.entries(options),
        ...pending.map(({ key, value = '' }) => [key, value] as const).filter(([, value]) => value),
      ]
        .filter(([key]) => /^virtiofs\d+$/.test(key))
        .map(([, value]) => ({
          guest: nameOf(vmid),
          id: value.split(',')[0]?.replace(/^dirid=/, ''),
        })),
    )

    all(
      () =>
        same(
          {
            ...guestConfigs,
            items: given.map(({ guest, id }) => {
              const folder =
                dirMappings.find((one) => one.id === id)?.paths[node] ?? `/no folder of ${id}`
              return `${guest} ${folder.slice(1)}`
            }),
          },
          PAIRS,
          'pairs of machine and dataset',
        ),
      // A folder above them would hand out all of them at once.
      () =>
        none(
          {
            ...guestConfigs,
            items: guestConfigs.items.flatMap(({ vmid, mountPoints }) =>
              mountPoints.map(({ source, isHostPath }) => ({
                guest: nameOf(vmid),
                source,
                isHostPath,
              })),
            ),
          },
          'is a container of the system with a dataset of services',
          ({ source, isHostPath }) =>
            isHostPath &&
            (`${source}/`.startsWith('/tank/services/') ||
              '/tank/services/'.startsWith(`${source.replace(/\/$/, '')}/`)),
        ),
      () =>
        every(dirMappings, 'is a dataset of services of its own', ({ paths }) =>
          /^\/tank\/services\/[a-z]+$/.test(paths[node] ?? ''),
        ),
    )
  },
)
