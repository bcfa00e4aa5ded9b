import { all, control, every, the } from '#harness'

control(
  'Stateless applications may scale out, no further than is meant, and quotas have room for it',
  {
    statement: 'TG-170',
    impact: 'low',
    strength: 'optional',
    kind: 'sizing',
    standards: ['SC-5(2)'],
    remedy:
      'Set `maxReplicas` of the autoscaler, and raise the quota of the namespace to that many times what one replica asks for.',
  },
  ({ lab, parameter }) => {
    const most = parameter.number('p.apps.quota_replicas')
    const quotas = lab.kubeQuotas
    const applications = parameter.words('p.apps.stateless').map((workload) => {
      const { kind, name, namespace, pod } = the(
        lab.kubeWorkloads,
        `workload ${workload}`,
        (one) => `${one.namespace}/${one.name}` === workload,
      )
      const scalers = lab.kubeAutoscalers.items.filter(
        (one) => one.namespace === namespace && one.target === `${kind}/${name}`,
      )
      const asked = (resource: string) =>
        pod.containers.reduce((sum, { requests }) => sum + (requests[resource] ?? 0), 0)
      return {
        workload,
        namespace,
        upTo: scalers[0]?.most ?? most,
        scalers: scalers.length,
        cpu: asked('cpu'),
        memory: asked('memory'),
      }
    })
    const hardOf = (namespace: string, ...names: readonly string[]) =>
      quotas.items
        .filter((quota) => quota.namespace === namespace)
        .flatMap(({ hard }) =>
          names.flatMap((name) => (hard[name] === undefined ? [] : [hard[name]])),
        )
    all(
      () =>
        every(
          applications,
          'scales, and no further than is meant',
          ({ scalers, upTo }) => scalers === 1 && upTo >= 2 && upTo <= most,
        ),
      () =>
        every(
          { ...quotas, items: applications },
          'has room in its quotas for all of its replicas',
          ({ cpu, memory, namespace, upTo }) =>
            hardOf(namespace, 'requests.cpu', 'cpu').every((hard) => hard >= upTo * cpu) &&
            hardOf(namespace, 'requests.memory', 'memory').every((hard) => hard >= upTo * memory) &&
            hardOf(namespace, 'pods').every((hard) => hard >= upTo),
        ),
    )
  },
)
