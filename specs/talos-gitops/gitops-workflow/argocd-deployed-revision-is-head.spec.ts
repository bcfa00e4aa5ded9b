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
    const head = commits.findIndex(({ id }) => id === remoteHead)
    const late = commits.findIndex(({ at }) => !isRecent(at, parameter.seconds('p.gitops.lag')))
    // What is not yet due, and the one before it: an older one has had its time.
    const due = [remoteHead, ...(head === 0 ? commits.slice(0, late + 1).map(({ id }) => id) : [])]
    every(
      {
        ...lab.argocdApplications,
        items: lab.argocdApplications.items.map(({ name, revisions, sources }) => ({
          name,
          ofCode: sources.flatMap(({ chart }, i) =>
            chart === undefined ? [revisions[i] ?? 'none'] : [],
          ),
          sources: sources.length,
        })),
      },
      'has the newest commit',
      ({ ofCode, sources }) => sources > 0 && ofCode.every((revision) => due.includes(revision)),
    )
  },
)
