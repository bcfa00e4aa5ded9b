import { all, control, every } from '#harness'

control(
  'Every guest has limits, and together they fit their node',
  {
    statement: 'LA-30',
    impact: 'medium',
    kind: 'sizing',
    standards: ['SC-6', 'CP-2(2)', 'AU-4'],
    remedy:
      'Set cores and memory of the guest (`pct set`, `qm set`), restart it where the change waits, or move it to the other node.',
  },
  ({ host, hosts, lab, parameter }) => {
    const guests = lab.guestConfigs.items.filter(({ isTemplate }) => !isTemplate)
    const memoryOf = ({ options }: (typeof guests)[number]) =>
      Number(options.memory?.split(',')[0]) * 1_048_576
    const coresOf = ({ options }: (typeof guests)[number]) =>
      Number(options.cores) * Number(options.sockets ?? 1)
    const nodes = lab.nodeStatus.map(({ node, memoryBytes, threads }) => {
      const own = guests.filter((guest) => guest.node === node)
      return {
        node,
        memory: own.reduce((sum, guest) => sum + memoryOf(guest), 0) / memoryBytes,
        cores: own.reduce((sum, guest) => sum + coresOf(guest), 0) / threads,
      }
    })
    const limits = hosts('hypervisor').flatMap(({ name }) =>
      host(name).guestLimits.map((it) => ({ host: name, ...it })),
    )

    all(
      () =>
        every(
          {
            ...lab.guestConfigs,
            items: guests.map((it) => ({
              vmid: it.vmid,
              cores: it.options.cores,
              memory: it.options.memory,
            })),
          },
          'has cores and memory set',
          ({ cores, memory }) => Number(cores) > 0 && Number(memory?.split(',')[0]) > 0,
        ),
      () =>
        every(
          nodes,
          'has what its guests were promised',
          ({ memory, cores }) =>
            memory <= parameter.number('p.sizing.max_mem_overcommit') &&
            cores <= parameter.number('p.sizing.max_cpu_overcommit'),
        ),
      // What was set and waits for a restart holds nobody.
      () =>
        every(
          guests
            .filter(({ type }) => type === 'lxc')
            .map(({ vmid, options }) => ({ vmid, memory: options.memory, cores: options.cores })),
          'is held to it by the kernel',
          ({ vmid, memory, cores }) =>
            limits.some(
              (it) =>
                it.vmid === vmid &&
                it.memoryBytes !== undefined &&
                it.memoryBytes <= Number(memory) * 1_048_576 &&
                it.processors !== undefined &&
                it.processors <= Number(cores),
            ),
        ),
    )
  },
)
