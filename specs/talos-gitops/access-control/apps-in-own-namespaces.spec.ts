import { all, control, every, none, same, saw } from '#harness'
import { placed } from '../shown.ts'

control(
  'Each application has a namespace of its own, and none is in the default one',
  {
    statement: 'TG-47',
    impact: 'medium',
    kind: 'isolation',
    standards: ['SC-2', 'SC-3'],
    remedy:
      'Move the workload into the namespace of its application, with a label `app.kubernetes.io/instance` that says whose it is.',
  },
  ({ lab, need }) => {
    const { applications } = need('kubernetes')

    all(
      () =>
        none(
          lab.kubePods,
          'is in the default namespace',
          ({ namespace }) => namespace === 'default',
          placed,
        ),
      () =>
        every(applications, 'has a namespace', (app) =>
          saw(lab.kubeNamespaces, ({ name }) => name === app.namespace),
        ),
      () =>
        none(
          lab.kubePods,
          'is in the namespace of another application',
          ({ namespace, labels }) => {
            const home = applications.find((app) => app.namespace === namespace)
            return home !== undefined && labels['app.kubernetes.io/instance'] !== home.name
          },
          ({ labels, name, namespace }) => ({
            namespace,
            name,
            instance: labels['app.kubernetes.io/instance'],
          }),
        ),
      () =>
        same(
          applications.map(({ namespace }) => namespace),
          [...new Set(applications.map(({ namespace }) => namespace))],
          'namespaces',
        ),
    )
  },
)
