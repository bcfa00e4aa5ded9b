import { control, every } from '#harness'

control(
  'Each volume has between 1 GB and 2 TB',
  {
    statement: 'TG-177',
    impact: 'low',
    kind: 'sizing',
    standards: ['CM-6', 'SC-6'],
    remedy:
      'Move what needs more than 2 TB to storage of its own; a volume cannot be made smaller, only anew.',
  },
  ({ lab }) =>
    // GB or GiB is not said: the wider bound counts.
    every(
      {
        ...lab.longhornVolumes,
        items: lab.longhornVolumes.items.map(({ bytes, claim, name }) => ({ name, claim, bytes })),
      },
      'is within the bounds',
      ({ bytes }) => bytes >= 1e9 && bytes <= 2 * 2 ** 40,
    ),
)
