import { apiCollector } from '../model/collector.ts'
import { configMapAt, type Settings } from './kubernetes/config-map.ts'

declare module '../model/facts.ts' {
  interface LabFacts {
    /** What holds for every ingress that says nothing else. */
    ingressConfig: Settings
  }
}

/** @source GET ConfigMap ingress-nginx/ingress-nginx-controller */
export const ingressConfig = apiCollector('ingressConfig', {
  api: 'kubernetes',
  read: async (get) =>
    (await configMapAt(get, 'ingress-nginx', 'ingress-nginx-controller')).settings,
})
