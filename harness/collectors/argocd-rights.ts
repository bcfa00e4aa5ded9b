import { apiCollector } from '../model/collector.ts'
import { configMapAt, type Settings } from './kubernetes/config-map.ts'

declare module '../model/facts.ts' {
  interface LabFacts {
    /** `policy.default`, `policy.csv` and what goes with them. */
    argocdRights: Settings
  }
}

/** @source GET ConfigMap argocd/argocd-rbac-cm */
export const argocdRights = apiCollector('argocdRights', {
  api: 'kubernetes',
  read: async (get) => (await configMapAt(get, 'argocd', 'argocd-rbac-cm')).settings,
})
