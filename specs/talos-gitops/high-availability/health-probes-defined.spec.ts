import { control, every } from '#harness'

control(
  'Each container of an application says when it is ready and whether it lives',
  {
    statement: 'TG-232',
    impact: 'medium',
    kind: 'configuration',
    standards: ['SI-13', 'SC-5'],
    remedy: 'Add a readinessProbe and a livenessProbe to the container; they must be able to fail.',
  },
  ({ lab, need, parameter }) => {
    const namespaces = need('kubernetes').applications.map(({ namespace }) => namespace)
    const sidecars = parameter.words('p.apps.sidecars')
    const exempt = parameter.words('p.apps.without_probes')
    const { items, ...look } = lab.kubeWorkloads
    const containers = items
      .filter(
        ({ name, namespace }) =>
          namespaces.includes(namespace) && !exempt.includes(`${namespace}/${name}`),
      )
      .flatMap(({ name, namespace, pod }) =>
        pod.containers
          .filter((container) => container.kind === 'main' && !sidecars.includes(container.name))
          .map(({ hasLiveness, hasReadiness, name: container }) => ({
            workload: `${namespace}/${name}`,
            container,
            hasReadiness,
            hasLiveness,
          })),
      )
    every(
      { ...look, items: containers },
      'has both probes',
      ({ hasLiveness, hasReadiness }) => hasReadiness && hasLiveness,
    )
  },
)
