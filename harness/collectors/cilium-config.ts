import { apiCollector } from '../model/collector.ts'
import { configMapAt, type Settings } from './kubernetes/config-map.ts'

declare module '../model/facts.ts' {
  interface LabFacts {
    /** What Cilium's agents were told. A key that is left out has Cilium's own default. */
    ciliumConfig: Settings
  }
}

/** @source GET ConfigMap kube-system/cilium-config */
export const ciliumConfig = apiCollector('ciliumConfig', {
  api: 'kubernetes',
  read: (get) => configMapAt(get, 'kube-system', 'cilium-config', () => true),
})
