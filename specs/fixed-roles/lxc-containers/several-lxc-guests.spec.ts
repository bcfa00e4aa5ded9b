import { all, control, every, that, the } from '#harness'

control(
  'Several LXC guests run on the runtime node, and the kernel has their processes',
  {
    statement: 'FR-40',
    impact: 'medium',
    kind: 'placement',
    standards: ['SC-39', 'CM-8'],
    remedy:
      'Start the guests (`pct start <vmid>`), and split one that carries everything by responsibility.',
  },
  ({ host, hosts, lab, inventory, parameter }) => {
    const { name } = the(hosts('hypervisor'), 'hypervisor', () => true)
    const listed = lab.guests.items.filter(
      ({ isTemplate, status, type }) => type === 'lxc' && status === 'running' && !isTemplate,
    )
    const alive = host(name).guestWalls.guests.map(({ vmid }) => vmid)
    all(
      // A state may be shown for a while after the first process is gone.
      () => every(listed, 'has a first process', ({ vmid }) => alive.includes(vmid)),
      () =>
        that(listed.length >= parameter.number('p.lxc.min_running'), 'there are several of them', {
          running: listed.map(({ vmid }) => vmid),
        }),
      () =>
        every(
          inventory.guests,
          'is one of them',
          ({ type, vmid }) => type !== 'lxc' || listed.some((guest) => guest.vmid === vmid),
        ),
    )
  },
)
