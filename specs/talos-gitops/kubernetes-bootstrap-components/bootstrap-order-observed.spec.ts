import { control, every, the } from '#harness'

control(
  'The components came into being in the order of the document',
  {
    statement: 'TG-124',
    impact: 'low',
    strength: 'target',
    kind: 'configuration',
    standards: ['CP-10'],
    remedy:
      'A component that was built again later is waived, with the date; after a rebuild of the whole cluster follow the order of the document.',
  },
  ({ ageSeconds, lab, need, parameter }) => {
    const { applications } = need('kubernetes')
    const first = (step: string, moments: { items: readonly string[]; complete: boolean }) => {
      the(
        { items: moments.items.slice(0, 1), complete: moments.complete },
        `sign of ${step}`,
        () => true,
      )
      return { step, age: Math.max(...moments.items.map(ageSeconds)) }
    }
    const made = (step: string, ...namespaces: readonly string[]) =>
      first(step, {
        ...lab.kubeWorkloads,
        items: lab.kubeWorkloads.items
          .filter(({ namespace }) => namespaces.includes(namespace))
          .map(({ createdAt }) => createdAt),
      })
    const steps = [
      first('namespaces', {
        ...lab.kubeNamespaces,
        items: lab.kubeNamespaces.items
          .filter(({ name }) => name === 'longhorn-system')
          .map(({ createdAt }) => createdAt),
      }),
      first('rbac', {
        ...lab.roleBindings,
        items: lab.roleBindings.items
          .filter(({ subjects }) =>
            subjects.some(({ kind, name }) => kind === 'User' && !name.startsWith('system:')),
          )
          .map(({ createdAt }) => createdAt),
      }),
      made('storage', 'longhorn-system'),
      made('networking', 'metallb-system'),
      made('ingress', 'ingress-nginx'),
      made('secrets', 'vault'),
      made('GitOps', 'argocd'),
      made('applications', ...applications.map(({ namespace }) => namespace)),
    ]
    every(
      steps.slice(1).map((one, i) => ({ ...one, before: steps[i] })),
      'is younger than the step before it',
      ({ age, before }) =>
        before !== undefined && age <= before.age + parameter.seconds('p.bootstrap.tolerance'),
    )
  },
)
