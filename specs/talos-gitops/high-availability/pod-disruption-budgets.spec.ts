import { all, control, every, selects, the } from '#harness'

control(
  'Each replicated application has one budget, which is met and lets a node be drained',
  {
    statement: 'TG-230',
    impact: 'high',
    kind: 'recovery',
    standards: ['CP-10', 'MA-2'],
    remedy:
      'Add a PodDisruptionBudget whose selector fits the pods, with `minAvailable` below the number of replicas.',
  },
  ({ lab, parameter }) => {
    const { items, ...look } = lab.disruptionBudgets
    const applications = parameter.words('p.apps.stateless').map((workload) => {
      const { namespace, podLabels } = the(
        lab.kubeWorkloads,
        `workload ${workload}`,
        (one) => `${one.namespace}/${one.name}` === workload,
      )
      return {
        workload,
        budgets: items
          .filter((budget) => budget.namespace === namespace && selects(budget.selector, podLabels))
          .map(({ name }) => name),
      }
    })
    all(
      () =>
        every(
          { ...look, items: applications },
          'has exactly one budget',
          ({ budgets }) => budgets.length === 1,
        ),
      () =>
        every(
          {
            ...look,
            items: items.map(
              ({ allowed, desired, expected, healthy, isObserved, name, namespace }) => ({
                budget: `${namespace}/${name}`,
                expected,
                healthy,
                desired,
                allowed,
                isObserved,
              }),
            ),
          },
          'means some pods, is met and leaves room',
          ({ allowed, desired, expected, healthy, isObserved }) =>
            isObserved && expected > 0 && healthy >= desired && allowed >= 1,
        ),
    )
  },
)
