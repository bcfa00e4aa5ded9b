import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { type Application, applicationOf } from './kubernetes/argocd-application.ts'
import { mapped, wholeList } from './kubernetes/list.ts'

declare module '../model/facts.ts' {
  interface LabFacts {
    /** As they are declared, and as ArgoCD last found them. When that was is another fact. */
    argocdApplications: Census<Application>
  }
}

/** @source GET /apis/argoproj.io/v1alpha1/applications */
export const argocdApplications = apiCollector('argocdApplications', {
  api: 'kubernetes',
  read: async (get): Promise<Census<Application>> =>
    mapped(
      await wholeList(get, '/apis/argoproj.io/v1alpha1/applications', { kind: 'ApplicationList' }),
      applicationOf,
    ),
})
