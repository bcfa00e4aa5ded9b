import { all, control, every, same } from '#harness'

control(
  'Every storage node and disk takes volumes, and has room',
  {
    statement: 'TG-55',
    impact: 'high',
    kind: 'storage',
    standards: ['SC-6', 'SI-13'],
    remedy: 'See the conditions of the node on Longhorn’s page; make room on the disk, or add one.',
  },
  ({ lab, parameter }) => {
    const { items, ...look } = lab.longhornNodes
    const isTrue = (
      conditions: (typeof items)[number]['conditions'],
      ...types: readonly string[]
    ) => types.every((type) => conditions.some((one) => one.type === type && one.status === 'True'))
    const disks = items.flatMap(({ disks: all, name }) =>
      all.map((disk) => ({ node: name, ...disk })),
    )
    all(
      () =>
        same(
          { ...look, items: items.map(({ name }) => name) },
          parameter.words('p.longhorn.nodes'),
          'storage nodes',
        ),
      () =>
        every(
          {
            ...look,
            items: items.map(({ allowsScheduling, conditions, disks: own, name }) => ({
              name,
              allowsScheduling,
              disks: own.length,
              conditions,
            })),
          },
          'is ready, has a disk and takes volumes',
          ({ allowsScheduling, conditions, disks: count }) =>
            allowsScheduling && count > 0 && isTrue(conditions, 'Ready', 'Schedulable'),
        ),
      () =>
        every(
          {
            ...look,
            items: disks.map(({ allowsScheduling, conditions, name, node }) => ({
              node,
              disk: name,
              allowsScheduling,
              conditions,
            })),
          },
          'is ready and takes volumes',
          ({ allowsScheduling, conditions }) =>
            allowsScheduling && isTrue(conditions, 'Ready', 'Schedulable'),
        ),
      () =>
        every(
          {
            ...look,
            items: disks.map(({ availableBytes, maximumBytes, name, node, scheduledBytes }) => ({
              node,
              disk: name,
              availableBytes,
              maximumBytes,
              scheduledBytes,
            })),
          },
          'has room, also for what is promised',
          ({ availableBytes, maximumBytes, scheduledBytes }) =>
            maximumBytes > 0 &&
            availableBytes / maximumBytes >= parameter.number('p.longhorn.min_free') &&
            scheduledBytes <= maximumBytes,
        ),
    )
  },
)
