import { apiCollector } from '../model/collector.ts'
import { configMapAt, type Settings } from './kubernetes/config-map.ts'

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Who may log in, and how often Git is asked, and what is overlooked. The setup of single sign-on may hold a secret and is not kept. */
    argocdConfig: Settings
  }
}

const KEPT =
  /^(timeout\.|admin\.enabled$|users\.|accounts\.[\w-]+(\.enabled)?$|application\.|url$|resource\.customizations(\.ignoreDifferences\.|$))/

/** @source GET ConfigMap argocd/argocd-cm */
export const argocdConfig = apiCollector('argocdConfig', {
  api: 'kubernetes',
  read: async (get) =>
    (await configMapAt(get, 'argocd', 'argocd-cm', (key) => KEPT.test(key))).settings,
})
