import { all, control, every, that, the } from '#harness'

control(
  'Longhorn spreads replicas over the storage nodes by itself, and no node has too many',
  {
    statement: 'TG-169',
    impact: 'low',
    strength: 'future',
    kind: 'storage',
    standards: ['SC-36'],
    remedy: 'Set `replica-auto-balance` of Longhorn to `least-effort` or `best-effort`.',
  },
  ({ lab, parameter }) => {
    const { value } = the(
      lab.longhornSettings,
      'replica-auto-balance',
      ({ name }) => name === 'replica-auto-balance',
    )
    const { items, ...look } = lab.longhornReplicas
    const nodes = lab.longhornNodes.items.map(({ name }) => ({
      node: name,
      replicas: items.filter((replica) => replica.node === name).length,
      of: items.length,
    }))
    all(
      () =>
        that(value === 'least-effort' || value === 'best-effort', 'replicas are balanced', {
          setting: 'replica-auto-balance',
          value,
        }),
      () =>
        every(
          { ...look, items: nodes },
          'has no more than its share, where there are several',
          ({ of, replicas }) =>
            nodes.length < 2 || replicas <= parameter.number('p.longhorn.max_share') * of,
        ),
    )
  },
)
