import { all, control, every, that } from '#harness'

control(
  'There is room for one more game server',
  {
    statement: 'ZF-96',
    impact: 'low',
    strength: 'target',
    kind: 'sizing',
    standards: ['SC-6'],
    remedy:
      'Add allocations to the node, lower limits of servers, or enlarge the machine; set overallocation to 0 so that limits mean something.',
  },
  ({ host, lab, need, parameter }) => {
    const { host: on } = need('games')
    const { memoryBytes, memoryAvailableBytes, rootAvailableBytes, rootBytes } = host(on).capacity
    const [memory, disk] = [
      parameter.bytes('p.games.server_memory'),
      parameter.bytes('p.games.server_disk'),
    ]
    const promised = (of: 'memoryMiB' | 'diskMiB') =>
      lab.panel.servers.items.reduce((total, server) => total + server[of] * 2 ** 20, 0)

    all(
      () =>
        every(
          lab.panel.servers,
          'has limits',
          ({ memoryMiB, diskMiB }) => memoryMiB > 0 && diskMiB > 0,
        ),
      () =>
        every(
          lab.panel.nodes,
          'has a free allocation, and room within its own limits',
          ({ freeAllocations, memoryMiB, diskMiB, memoryOverallocate, diskOverallocate }) =>
            freeAllocations.items.length >= parameter.number('p.games.free_allocations') &&
            memoryOverallocate >= 0 &&
            diskOverallocate >= 0 &&
            promised('memoryMiB') + memory <= memoryMiB * 2 ** 20 &&
            promised('diskMiB') + disk <= diskMiB * 2 ** 20,
        ),
      () =>
        that(
          promised('memoryMiB') + memory <= memoryBytes && promised('diskMiB') + disk <= rootBytes,
          'the machine could keep what is promised',
          { promised: promised('memoryMiB'), memoryBytes, rootBytes },
        ),
      () =>
        that(
          memoryAvailableBytes >= memory && rootAvailableBytes >= disk,
          'memory and disk are free for it now',
          { memoryAvailableBytes, rootAvailableBytes },
        ),
    )
  },
)
