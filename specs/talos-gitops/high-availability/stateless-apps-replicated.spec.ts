import { all, control, every, none, the } from '#harness'
import { wholly } from '../looks.ts'

control(
  'Each stateless application has at least two replicas, and both can be used',
  {
    statement: 'TG-229',
    impact: 'high',
    kind: 'recovery',
    standards: ['CP-10', 'SC-36'],
    remedy:
      'Set `replicas` to two or more in the manifests; an autoscaler needs `minReplicas` of two. On one worker that survives a crash, not the loss of the node.',
  },
  ({ lab, need, parameter }) => {
    const namespaces = need('kubernetes').applications.map(({ namespace }) => namespace)
    const least = parameter.number('p.apps.min_replicas')
    const stateless = parameter.words('p.apps.stateless')
    const known = [
      ...stateless,
      ...parameter.words('p.apps.auxiliary'),
      ...parameter.words('p.apps.stateful').map((word) => word.split('=')[0]),
    ]
    const { items, ...look } = lab.kubeWorkloads
    const scalers = lab.kubeAutoscalers.items
    all(
      () =>
        none(
          {
            ...look,
            items: items
              .filter(({ namespace }) => namespaces.includes(namespace))
              .map(({ name, namespace }) => ({ workload: `${namespace}/${name}` })),
          },
          'is neither stateless nor stateful, for all that is known',
          ({ workload }) => !known.includes(workload),
        ),
      () =>
        every(
          {
            ...wholly(lab.kubeAutoscalers),
            items: stateless.map((workload) => {
              const { available, desired, isObserved, kind, name, namespace } = the(
                lab.kubeWorkloads,
                `workload ${workload}`,
                (one) => `${one.namespace}/${one.name}` === workload,
              )
              return {
                workload,
                desired,
                available,
                isObserved,
                fewest:
                  scalers.find(
                    (one) => one.namespace === namespace && one.target === `${kind}/${name}`,
                  )?.least ?? desired,
              }
            }),
          },
          'has enough replicas, now and after scaling down',
          ({ available, desired, fewest, isObserved }) =>
            isObserved && desired >= least && available >= least && fewest >= least,
        ),
    )
  },
)
