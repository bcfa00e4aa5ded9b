import { all, control, every, same } from '#harness'

control(
  'Every folder that Kustomize is to render renders, and to something',
  {
    statement: 'TG-102',
    impact: 'high',
    kind: 'configuration',
    standards: ['CM-3', 'SA-11'],
    remedy:
      'Render it by hand and read the error: `kubectl kustomize <folder>`; take a folder that nobody delivers away, or name it in p.kustomize.extra.',
  },
  ({ host, lab, need, parameter }) => {
    const roots = host(need('tofu').host).kustomizeRoots
    const repositories = parameter.words('p.gitops.repositories')
    const { items, ...look } = lab.argocdApplications
    const delivered = items
      .flatMap(({ sources }) => sources)
      .flatMap(({ path, repo }) => (path && repositories.includes(repo) ? [path] : []))
    all(
      () => every(roots, 'renders', ({ exit, objects }) => exit === 0 && objects.length > 0),
      () =>
        same(
          { ...look, items: [...delivered, ...parameter.words('p.kustomize.extra')] },
          roots.map(({ folder }) => folder),
          'folders that are delivered',
        ),
      () =>
        same(
          roots.map(({ folder }) => folder),
          lab.manifests.kustomizations
            .filter(({ isComponent }) => !isComponent)
            .map(({ folder }) => folder),
          'roots in the repository',
        ),
    )
  },
)
