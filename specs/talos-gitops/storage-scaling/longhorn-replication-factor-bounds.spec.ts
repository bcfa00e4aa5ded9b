import { control, every } from '#harness'

control(
  'Each volume has a replication factor that Longhorn can keep',
  {
    statement: 'TG-176',
    impact: 'low',
    kind: 'sizing',
    standards: ['CM-6'],
    remedy: 'Set the number of replicas of the volume to one, two or three.',
  },
  ({ lab, parameter }) =>
    every(
      {
        ...lab.longhornVolumes,
        items: lab.longhornVolumes.items.map(({ claim, name, replicas }) => ({
          name,
          claim,
          replicas,
        })),
      },
      'is within the bounds',
      ({ replicas }) =>
        replicas >= parameter.number('p.longhorn.factor_min') &&
        replicas <= parameter.number('p.longhorn.factor_max'),
    ),
)
