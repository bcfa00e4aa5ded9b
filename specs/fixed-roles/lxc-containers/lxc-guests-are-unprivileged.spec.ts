import { all, control, every, none, same, the } from '#harness'

control(
  'Root in a guest is nobody on the hypervisor, by configuration and in the kernel',
  {
    statement: 'FR-43',
    impact: 'high',
    strength: 'target',
    kind: 'isolation',
    standards: ['AC-6', 'SC-39', 'CM-6'],
    remedy:
      'Restore the guest as unprivileged: `vzdump <vmid>`, then `pct restore <vmid> <archive> --unprivileged 1`; take an own `lxc.idmap` line out.',
  },
  ({ host, hosts, inventory, lab, parameter }) => {
    const { name } = the(hosts('hypervisor'), 'hypervisor', () => true)
    const lowest = parameter.number('p.lxc.min_host_uid')
    const guests = inventory.guests.filter(({ type }) => type === 'lxc')
    const seen = host(name).guestProcesses
    const isMapped = ({ users, groups }: (typeof seen)[number]) =>
      [...users, ...groups].every((range) => range.host >= lowest)
    all(
      // What the flag says counts from the next start; the map is what holds now.
      () => every(seen, 'maps its root to a user without rights', isMapped),
      () =>
        same(
          seen.map(({ vmid }) => String(vmid)),
          guests.map(({ vmid }) => String(vmid)),
          'guests whose maps were seen',
        ),
      () =>
        every(
          guests,
          'is configured so',
          ({ vmid }) =>
            the(lab.guestConfigs, `configuration of ${vmid}`, (it) => it.vmid === vmid)
              .isUnprivileged === true,
        ),
      // One that nobody declared and nobody started is a door all the same.
      () =>
        none(
          lab.guestConfigs,
          'is a privileged container',
          ({ isUnprivileged, type }) => type === 'lxc' && isUnprivileged !== true,
        ),
      () =>
        none(lab.guestConfigs, 'has features or maps of its own', ({ features, raw, vmid }) => {
          const allowed = guests.find((it) => it.vmid === vmid)?.features ?? []
          return (
            features.some((it) => !allowed.includes(it)) ||
            raw.some(({ key }) => /^lxc\.(idmap|id_map)$/.test(key))
          )
        }),
    )
  },
)
