import { all, control, every, the } from '#harness'

control(
  'A guest starts within seconds, and takes little memory besides its services',
  {
    statement: 'FR-45',
    impact: 'low',
    strength: 'target',
    kind: 'sizing',
    standards: ['SC-6', 'PL-8'],
    remedy:
      'See what runs in the guest beside the containers (`pct exec <vmid> -- systemd-cgtop -m`), and what a start waits for (`pct exec <vmid> -- systemd-analyze blame`).',
  },
  ({ host, hosts, inventory, lab, parameter }) => {
    const { name } = the(hosts('hypervisor'), 'hypervisor', () => true)
    const { guests } = host(name).guestWalls
    const last = (vmid: number) => {
      const { items, ...whole } = lab.startTasks
      const made = items.filter((it) => it.vmid === vmid)
      return the({ items: made.slice(-1), ...whole }, `start of ${vmid}`, () => true)
    }
    const used = (vmid: number) => {
      const { name: guest } = the(inventory.hosts, `host ${vmid}`, (it) => it.vmid === vmid)
      return host(guest).workloadMemory.reduce((sum, { bytes }) => sum + bytes, 0)
    }
    all(
      () =>
        every(guests, 'started in time', ({ vmid }) => {
          const { endedAt = 'never', startedAt, status } = last(vmid)
          const seconds = (Date.parse(endedAt) - Date.parse(startedAt)) / 1000
          return status === 'OK' && seconds <= parameter.seconds('p.lxc.max_start')
        }),
      () =>
        every(
          guests,
          'takes little beside its services',
          ({ droppable, memoryCurrent, vmid }) =>
            memoryCurrent - droppable - used(vmid) <= parameter.bytes('p.lxc.max_overhead'),
        ),
    )
  },
)
