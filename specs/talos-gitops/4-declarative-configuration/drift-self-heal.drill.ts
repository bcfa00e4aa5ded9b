import { deleteDeployment } from '#fixtures'
import { drill } from '#harness'

export default drill(
  'What was deleted by hand is back as Git has it, and nobody had to do anything',
  {
    statement: 'TG-146',
    steadyState: [
      'stateless-apps-replicated',
      'argocd-apps-synced',
      'argocd-apps-healthy',
      'argocd-self-heal-and-prune',
    ],
    breaks: ['stateless-apps-replicated'],
    holds: ['argocd-self-heal-and-prune'],
    method: deleteDeployment(
      'ops',
      'dashboard/dashboard',
      '/srv/homelab/kubernetes/apps/dashboard',
    ),
    objective: 'p.drill.drift.rto',
    notOn: {
      containers:
        'a cluster with ArgoCD: in containers its objects are put in as they were recorded, and nothing reconciles',
    },
  },
)
