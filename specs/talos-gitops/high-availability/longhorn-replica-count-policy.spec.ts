import { all, control, every, the } from '#harness'

/** `3`, or by engine: `{"v1":"3","v2":"3"}`. */
const countsIn = (value: string): readonly number[] =>
  [...value.matchAll(/(?:^|")(\d+)(?:"|$)/g)].map(([, count]) => Number(count))

control(
  'Volumes, the storage class and the default ask for as many replicas as the owner means',
  {
    statement: 'TG-226',
    impact: 'high',
    kind: 'storage',
    standards: ['CP-9', 'SC-36'],
    remedy:
      'Set `numberOfReplicas` of the class and `default-replica-count` to what is meant; volumes that exist keep their own number: change it on each.',
  },
  ({ lab, parameter }) => {
    const isMeant = ({ replicas }: { readonly replicas: number }) =>
      replicas >= parameter.number('p.longhorn.replicas_min') &&
      replicas <= parameter.number('p.longhorn.replicas_max')
    const { value } = the(
      lab.longhornSettings,
      'default-replica-count',
      ({ name }) => name === 'default-replica-count',
    )
    const classes = lab.storageClasses.items
      .filter(({ provisioner }) => provisioner === 'driver.longhorn.io')
      .map(({ name, parameters }) => ({
        storageClass: name,
        replicas: Number(parameters.numberOfReplicas ?? Number.NaN),
      }))
    all(
      () =>
        every(
          {
            ...lab.longhornVolumes,
            items: lab.longhornVolumes.items.map(({ claim, name, replicas }) => ({
              name,
              claim,
              replicas,
            })),
          },
          'asks for as many as are meant',
          isMeant,
        ),
      () => every({ ...lab.storageClasses, items: classes }, 'gives as many as are meant', isMeant),
      () =>
        every(
          countsIn(value).map((replicas) => ({ setting: 'default-replica-count', replicas })),
          'is as many as are meant',
          isMeant,
        ),
    )
  },
)
