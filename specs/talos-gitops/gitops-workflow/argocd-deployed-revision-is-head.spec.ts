import { control, every } from '#harness'

control(
  'What ArgoCD deployed is what the branch has now',
  {
    statement: 'TG-112',
    impact: 'high',
    kind: 'configuration',
    standards: ['CM-3'],
    remedy:
      'Refresh it (`argocd app get --refresh <application>`), and read the log of argocd-repo-server: it may not reach the Git host.',
  },
  ({ isRecent, host, lab, need, parameter }) => {
    const { commits, remoteHead } = host(need('tofu').host).codeHistory
    const newest = commits.find(({ id }) => id === remoteHead)
    const isYoung = newest !== undefined && isRecent(newest.at, parameter.seconds('p.gitops.lag'))
    every(
      lab.argocdApplications,
      'has the newest commit',
      ({ revisions, sources }) =>
        sources.every(
          ({ chart }, i) =>
            chart !== undefined ||
            revisions[i] === remoteHead ||
            (isYoung && commits.some(({ id }) => id === revisions[i])),
        ),
      ({ name, revisions }) => ({ name, revisions, branch: remoteHead }),
    )
  },
)
