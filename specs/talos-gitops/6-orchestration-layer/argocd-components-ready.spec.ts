import { control, every, the } from '#harness'

const COMPONENTS = [
  'argocd-application-controller',
  'argocd-repo-server',
  'argocd-server',
  'argocd-redis',
  'argocd-applicationset-controller',
]

control(
  'ArgoCD’s controller, repository server, API server and Redis run',
  {
    statement: 'TG-98',
    impact: 'critical',
    kind: 'topology',
    standards: ['SI-13', 'CM-3'],
    remedy:
      'Look at the one that is missing: `kubectl -n argocd get pods` and `kubectl -n argocd logs <pod>`.',
  },
  ({ lab }) =>
    every(COMPONENTS, 'is ready', (name) => {
      const { available, isObserved, kind, ready } = the(
        lab.kubeWorkloads,
        `workload argocd/${name}`,
        (one) => one.namespace === 'argocd' && one.name === name,
      )
      return isObserved && (kind === 'StatefulSet' ? ready : available) >= 1
    }),
)
