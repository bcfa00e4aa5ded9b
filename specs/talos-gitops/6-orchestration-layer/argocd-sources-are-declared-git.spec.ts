import { control, every } from '#harness'

control(
  'Every application comes from the declared repository, on a branch that is tracked',
  {
    statement: 'TG-104',
    impact: 'high',
    kind: 'configuration',
    standards: ['CM-3', 'SR-4'],
    remedy:
      'Correct repoURL and targetRevision in the Application manifest, or declare the repository in p.gitops.repositories or p.gitops.charts of lab.yaml.',
  },
  ({ lab, parameter }) => {
    const repositories = parameter.words('p.gitops.repositories')
    const revisions = parameter.words('p.gitops.revisions')
    const charts = parameter.words('p.gitops.charts')
    every(
      lab.argocdApplications,
      'comes from where it is declared to come from',
      ({ sources }) =>
        [
          sources.length > 0,
          ...sources.map(({ chart, repo, revision }) =>
            chart === undefined
              ? repositories.includes(repo) && revisions.includes(revision)
              : charts.includes(repo) && /^v?\d+\.\d+\.\d+([-+][\w.+-]+)?$/.test(revision),
          ),
        ].every(Boolean),
      ({ name, sources }) => ({ name, sources }),
    )
  },
)
