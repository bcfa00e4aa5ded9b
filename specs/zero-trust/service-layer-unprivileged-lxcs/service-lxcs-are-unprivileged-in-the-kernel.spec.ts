import { all, control, every, same, the } from '#harness'

control(
  'Root in a running LXC is nobody on the host, and confined',
  {
    statement: 'ZT-42',
    impact: 'critical',
    kind: 'isolation',
    standards: ['SC-39', 'AC-6', 'SC-3', 'CIS-4.1'],
    remedy:
      'Compare `pct config <vmid>` with /proc/<pid>/uid_map on the hypervisor; make the container unprivileged, drop `lxc.apparmor.profile`, and restart it.',
  },
  ({ host, hosts, lab, inventory, parameter }) => {
    const lowest = parameter.number('p.lxc.min_host_uid')
    const running = hosts('hypervisor').flatMap(({ name }) => host(name).guestProcesses)
    const labels = hosts('hypervisor').flatMap(({ name }) => host(name).guestLabels)
    const inside = inventory.guests
      .filter(({ type }) => type === 'lxc')
      .flatMap(({ vmid }) => inventory.hosts.filter((one) => one.vmid === vmid))
      .map(({ name, vmid }) => ({ name, vmid }))

    all(
      () =>
        every(running, 'maps its users and groups to unprivileged ones of the host', (process) =>
          [...process.users, ...process.groups].every((range) => range.host >= lowest),
        ),
      () =>
        every(
          running.map(({ vmid, seccomp }) => ({
            seccomp,
            ...the(labels, `AppArmor label of ${vmid}`, (label) => label.vmid === vmid),
          })),
          'is held by an AppArmor profile of its own and a filter of system calls',
          ({ vmid, profile, mode, seccomp }) =>
            profile?.startsWith(`lxc-${vmid}_<`) === true && mode === 'enforce' && seccomp === 2,
        ),
      () =>
        same(
          running.map(({ vmid }) => String(vmid)),
          lab.guests.items
            .filter(({ type, status }) => type === 'lxc' && status === 'running')
            .map(({ vmid }) => String(vmid)),
          'running containers',
        ),
      () =>
        every(inside, 'is the container that it should be, and finds the same maps', (guest) => {
          const process = the(running, `container ${guest.vmid}`, (it) => it.vmid === guest.vmid)
          const { pidNamespace, users, groups } = host(guest.name).userNamespace
          const found = [...users, ...groups]
          return pidNamespace === process.pidNamespace && found.every((it) => it.host >= lowest)
        }),
    )
  },
)
