import { control, every, none } from '#harness'

control(
  'Every Helm chart is pinned to one release',
  {
    statement: 'TG-150',
    impact: 'medium',
    strength: 'target',
    kind: 'configuration',
    standards: ['CM-2', 'SR-4'],
    remedy:
      'Write the exact release as targetRevision of the Application, or as version under helmCharts: no range, no `*`, no `latest`.',
  },
  ({ lab }) => {
    const { items, ...look } = lab.argocdApplications
    const deployed = items
      .flatMap(({ sources }) => sources)
      .flatMap(({ chart, revision }) => (chart ? [{ name: chart, version: revision }] : []))
    const rendered = lab.manifests.kustomizations.flatMap(({ charts }) => charts)
    every(
      { ...look, items: [...deployed, ...rendered] },
      'is pinned to one release',
      ({ version }) => /^v?\d+\.\d+\.\d+([-+][\w.+-]+)?$/.test(version),
    )
    none(
      lab.manifests.paths.filter((path) => path.endsWith('/Chart.yaml')),
      'is a chart whose dependencies are not locked',
      (path) => !lab.manifests.paths.includes(path.replace(/Chart\.yaml$/, 'Chart.lock')),
    )
  },
)
