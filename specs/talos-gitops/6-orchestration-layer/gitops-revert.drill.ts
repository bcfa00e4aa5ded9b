import { breakByCommit, procedure, REVERT } from '#fixtures'
import { drill } from '#harness'

export default drill(
  'A commit that breaks an application is reverted, and ArgoCD follows by itself',
  {
    statement: 'TG-106',
    steadyState: [
      'no-unhealthy-pods',
      'argocd-apps-synced',
      'argocd-apps-healthy',
      'argocd-deployed-revision-is-head',
      'stateless-apps-replicated',
    ],
    breaks: ['no-unhealthy-pods'],
    // The pods of before go on while the new ones do not come up.
    holds: ['stateless-apps-replicated'],
    method: breakByCommit('ops', {
      repository: '/srv/homelab',
      file: 'kubernetes/apps/dashboard/workload.yaml',
      sound: '{ name: dashboard, image: ',
      broken: '{ name: dashboard, command: [/bin/false], image: ',
    }),
    recover: procedure('revert the commit', 'gitops-revert', [['ops', REVERT]]),
    objective: 'p.drill.gitops.rto',
    notOn: {
      containers:
        'a cluster with ArgoCD: in containers its objects are put in as they were recorded, and nothing reconciles',
    },
  },
)
