import { all, control, every, none, saw, the } from '#harness'

control(
  'After a power cut every service comes back by itself',
  {
    statement: 'FR-22',
    impact: 'high',
    kind: 'configuration',
    standards: ['CP-10', 'CM-6', 'SI-13'],
    remedy:
      '`pct set <vmid> --onboot 1`, `systemctl enable docker` in the guest, `systemctl enable pve-guests` on the node, and create the container anew with `restart: unless-stopped`; start what somebody stopped by hand.',
  },
  ({ host, hosts, inventory, lab, need }) => {
    const { name: on } = the(hosts('hypervisor'), 'hypervisor', () => true)
    const stacks = need('placement').stacks.flatMap((stack) => {
      const { vmid } = the(inventory.hosts, stack.host, ({ name }) => name === stack.host)
      return vmid === undefined ? [] : [{ ...stack, vmid }]
    })
    const starts = (name: string, wanted: string) =>
      saw(host(name).startUps.units, ({ unit, state }) => unit === wanted && state === 'enabled')
    const guests = lab.guestConfigs.items.filter(({ vmid }) =>
      stacks.some((it) => it.vmid === vmid),
    )
    all(
      () =>
        every(stacks, 'is in a guest that starts with the node', ({ vmid }) =>
          saw(lab.guestConfigs, (it) => it.vmid === vmid && it.startsAtBoot),
        ),
      () =>
        none(
          guests.flatMap(({ pending, vmid }) => pending.map((change) => ({ vmid, ...change }))),
          'waits to change whether it starts',
          ({ key }) => key === 'onboot' || key === 'startup',
        ),
      () => every([on], 'starts its guests', (name) => starts(name, 'pve-guests.service')),
      () =>
        every(stacks, 'is in a guest whose engine starts with it', (it) =>
          starts(it.host, 'docker.service'),
        ),
      // One that somebody stopped stays so, whatever its policy says.
      () =>
        every(
          stacks.flatMap((it) => it.containers.map((container) => ({ host: it.host, container }))),
          'runs, and comes back with its engine',
          (it) =>
            saw(
              host(it.host).workloads,
              ({ comesBack, isRunning, name }) => name === it.container && isRunning && comesBack,
            ),
        ),
    )
  },
)
