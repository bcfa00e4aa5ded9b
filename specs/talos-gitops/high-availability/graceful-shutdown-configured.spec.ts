import { all, control, every } from '#harness'
import { wholly } from '../looks.ts'

control(
  'Pods of applications get time to stop, and those behind the entry let traffic drain first',
  {
    statement: 'TG-231',
    impact: 'low',
    strength: 'target',
    kind: 'configuration',
    standards: ['SC-24'],
    remedy:
      'Set `terminationGracePeriodSeconds`, and a `preStop` hook that waits until the entry has noticed.',
  },
  ({ lab, need, parameter }) => {
    const namespaces = need('kubernetes').applications.map(({ namespace }) => namespace)
    const least = parameter.seconds('p.apps.min_grace')
    const { items } = lab.kubeWorkloads
    const look = wholly(lab.kubeWorkloads, lab.kubeIngresses, lab.kubeServices)
    const behind = lab.kubeIngresses.items.flatMap(({ namespace, paths }) =>
      paths.flatMap(({ service }) =>
        lab.kubeServices.items.filter((one) => one.namespace === namespace && one.name === service),
      ),
    )
    const workloads = items
      .filter(({ namespace }) => namespaces.includes(namespace))
      .map(({ name, namespace, pod, podLabels }) => ({
        workload: `${namespace}/${name}`,
        graceSeconds: pod.graceSeconds,
        isBehindEntry: behind.some(
          (service) =>
            service.namespace === namespace &&
            Object.entries(service.selector).every(([key, value]) => podLabels[key] === value),
        ),
        waits: pod.containers.some(({ hasPreStop }) => hasPreStop),
      }))
    all(
      () =>
        every(
          { ...look, items: workloads },
          'gets time to stop',
          ({ graceSeconds }) => graceSeconds >= least,
        ),
      () =>
        every(
          { ...look, items: workloads },
          'waits for the entry where it is behind it',
          ({ isBehindEntry, waits }) => waits || !isBehindEntry,
        ),
    )
  },
)
