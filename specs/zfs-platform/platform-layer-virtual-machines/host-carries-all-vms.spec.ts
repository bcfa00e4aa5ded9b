import { all, control, every, saw, that } from '#harness'

control(
  'The hypervisor has memory and processors for all guests at once',
  {
    statement: 'ZF-53',
    impact: 'medium',
    strength: 'target',
    kind: 'sizing',
    standards: ['SC-6', 'CP-2'],
    remedy:
      'Give guests less, limit the cache with `zfs_arc_max` in /etc/modprobe.d/zfs.conf, or add memory.',
  },
  ({ host, inventory, lab, need, parameter }) => {
    const { arcMaxBytes, memoryBytes, processors } = host(need('zfs').host).hypervisorLimits
    const planned = lab.guestConfigs.items.filter(({ vmid }) =>
      inventory.guests.some((guest) => guest.vmid === vmid),
    )
    const sum = (of: (options: Readonly<Record<string, string>>) => number) =>
      planned.reduce((total, { options }) => total + of(options), 0)
    // Stopped guests are part of the plan as well.
    const memory = sum((it) => Number((it.memory ?? '512').replace(/^current=/, '')) * 2 ** 20)
    const cores = lab.guestConfigs.items
      .filter(({ type }) => type === 'qemu')
      .reduce(
        (total, { options: { cores: one = '1', sockets = '1' } }) =>
          total + Number(one) * Number(sockets),
        0,
      )
    const reserve = parameter.bytes('p.host.memory_reserve')

    all(
      () =>
        every(inventory.guests, 'has a configuration', ({ vmid }) =>
          saw(lab.guestConfigs, (config) => config.vmid === vmid),
        ),
      () =>
        that(memory + arcMaxBytes + reserve <= memoryBytes, 'memory suffices', {
          guests: memory,
          arcMaxBytes,
          reserve,
          memoryBytes,
        }),
      () =>
        that(
          cores <= processors * parameter.number('p.host.cpu_overcommit'),
          'processors suffice',
          {
            cores,
            processors,
          },
        ),
    )
  },
)
