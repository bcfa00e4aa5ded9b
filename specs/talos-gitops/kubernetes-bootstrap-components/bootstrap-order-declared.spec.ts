import { all, control, every, the } from '#harness'

const STEPS = ['namespaces', 'rbac', 'longhorn', 'metallb', 'ingress-nginx', 'vault', 'argocd']

control(
  'The declared order of installation is that of the document',
  {
    statement: 'TG-124',
    impact: 'medium',
    kind: 'configuration',
    standards: ['CM-2', 'CM-3', 'CP-10'],
    remedy:
      'Number the Application manifests with `argocd.argoproj.io/sync-wave`, rising in the order of the document; the network plugin comes before the first step.',
  },
  ({ lab, need }) => {
    const waveOf = (name: string) =>
      the(
        lab.manifests.objects.filter(({ kind }) => kind === 'Application'),
        `application ${name} in the repository`,
        (one) => one.name === name,
      ).wave
    const applications = need('kubernetes').applications.map(({ name }) => name)
    const steps = [...STEPS.map((name) => [name]), applications].map((names) => names.map(waveOf))
    all(
      () =>
        every(
          steps.slice(1).map((waves, i) => ({ before: steps[i] ?? [], waves, step: i + 2 })),
          'comes after the step before it',
          ({ before, waves }) => Math.min(...waves) > Math.max(...before),
        ),
      () =>
        every([...STEPS, ...applications], 'has the same place in the cluster', (name) => {
          // Waves order only what one application holds.
          const holders = lab.argocdApplications.items.flatMap(({ resources }) =>
            resources.filter((one) => one.kind === 'Application' && one.name === name),
          )
          return (
            the(
              { items: holders, complete: lab.argocdApplications.complete },
              `application that holds ${name}`,
              () => true,
            ).wave === waveOf(name)
          )
        }),
    )
  },
)
