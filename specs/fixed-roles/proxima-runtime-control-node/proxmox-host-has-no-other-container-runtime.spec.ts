import { all, control, none, the } from '#harness'

control(
  'On the hypervisor nothing but LXC makes containers',
  {
    statement: 'FR-25',
    impact: 'medium',
    kind: 'isolation',
    standards: ['CM-7', 'SC-39'],
    remedy:
      'Stop what made the namespace (`systemd-cgls` shows its unit), remove nspawn machines, snaps and rootless engines, and move what is needed into an LXC.',
  },
  ({ host, hosts, inventory }) => {
    const { name } = the(hosts('hypervisor'), 'hypervisor', () => true)
    const { processes, startUps } = host(name)
    const parentOf = (it: (typeof processes)[number]) =>
      processes.find(({ pid }) => pid === it.parent)
    const isOfGuest = ({ cgroup }: (typeof processes)[number]) =>
      inventory.guests.some(
        ({ type, vmid }) => type === 'lxc' && cgroup.startsWith(`/lxc/${vmid}/`),
      )
    all(
      () =>
        none(
          processes.filter(({ isOwn }) => !isOwn),
          'runs in a namespace that is of no container of the lab',
          (it) => !isOfGuest(it),
        ),
      () =>
        none(
          processes.filter((it) => !it.isOwn && parentOf(it)?.isOwn === true),
          'was put into its namespace by something else than LXC',
          (it) => parentOf(it)?.name !== 'lxc-start',
        ),
      () =>
        none(
          processes,
          'makes containers in another way',
          ({ isOwn, name: program }) =>
            isOwn && /^(systemd-nspawn|snapd|lxd|incusd|bwrap|flatpak.*|firejail)$/.test(program),
        ),
      () =>
        none(startUps.units, 'makes containers in another way', ({ unit }) =>
          /^(systemd-nspawn@|snapd|snap\.|lxd|incus|podman|machines\.target)/.test(unit),
        ),
    )
  },
)
