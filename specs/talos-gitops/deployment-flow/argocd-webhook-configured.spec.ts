import { all, control, saw, that, the } from '#harness'

control(
  'The Git host tells ArgoCD of pushes, and ArgoCD heard of the last one',
  {
    statement: 'TG-134',
    impact: 'low',
    strength: 'target',
    kind: 'configuration',
    standards: ['CM-3'],
    remedy:
      'Add a webhook for pushes to `https://<argocd>/api/webhook` in the repository, with the secret that argocd-secret holds; look at its recent deliveries.',
  },
  ({ ageSeconds, host, isRecent, lab, need }) => {
    const { commits, remoteHead } = host(need('tofu').host).codeHistory
    const { at } = the(
      { items: commits, complete: false, because: 'the checkout was not fetched lately' },
      'newest commit of the branch',
      ({ id }) => id === remoteHead,
    )
    const { newestAt } = lab.pushEvents
    all(
      () =>
        that(
          saw(
            lab.repositoryHooks,
            ({ events, isActive, url }) =>
              isActive && events.includes('push') && url.endsWith('/api/webhook'),
          ),
          'ArgoCD is told of pushes',
          lab.repositoryHooks,
        ),
      () =>
        that(
          newestAt !== undefined && isRecent(newestAt, ageSeconds(at) + 60),
          'the last push was heard of',
          { newestAt, commit: at },
        ),
    )
  },
)
