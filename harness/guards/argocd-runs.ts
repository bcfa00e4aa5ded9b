import { guard } from '../judge/guard.ts'
import { that, the } from '../judge/quantifiers.ts'

const NEEDED = ['argocd-application-controller', 'argocd-repo-server', 'argocd-redis']
const TOLD = ['argocdApplications', 'argocdReconciliations']

/** Applications keep their last status for as long as nobody compares them. */
export const argocdRuns = guard({
  name: 'argocd-runs',
  says: 'ArgoCD’s controller, and what it asks, is ready',
  covers: (fact, subject) => subject === 'lab' && TOLD.includes(fact),
  holds: ({ lab }) => {
    for (const name of NEEDED) {
      const { isObserved, ready } = the(
        lab.kubeWorkloads,
        `workload argocd/${name}`,
        (workload) => workload.namespace === 'argocd' && workload.name === name,
      )
      that(isObserved && ready > 0, `${name} is ready`, { name, ready })
    }
  },
})
