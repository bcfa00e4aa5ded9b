import { control, every, saw } from '#harness'

control(
  'Every application keeps earlier deployments, and Git still has their commits',
  {
    statement: 'TG-106',
    impact: 'medium',
    kind: 'recovery',
    standards: ['CM-3', 'CP-10'],
    remedy:
      'Leave revisionHistoryLimit at its default, and do not force-push the branch that ArgoCD follows.',
  },
  ({ ageSeconds, host, lab, need }) => {
    const { commits, isShallow } = host(need('tofu').host).codeHistory
    const oldest = Math.max(0, ...commits.map(({ at }) => ageSeconds(at)))
    every(
      lab.argocdApplications,
      'keeps earlier deployments',
      ({ history, historyLimit }) => historyLimit > 0 && history.length > 0,
      ({ history, historyLimit, name }) => ({ name, historyLimit, deployments: history.length }),
    )
    every(
      lab.argocdApplications,
      'was deployed from commits that Git has',
      ({ history, sources }) =>
        history.every(({ at, revisions }) =>
          sources.every(
            ({ chart }, i) =>
              chart !== undefined ||
              saw(
                {
                  items: commits,
                  complete: !isShallow && ageSeconds(at) <= oldest,
                  because: 'older commits were not listed',
                },
                ({ id }) => id === revisions[i],
              ),
          ),
        ),
      ({ history, name }) => ({ name, revisions: history.flatMap(({ revisions }) => revisions) }),
    )
  },
)
