import { apiCollector } from '../model/collector.ts'
import { type ConfigMap, configMapAt } from './kubernetes/config-map.ts'

declare module '../model/facts.ts' {
  interface LabFacts {
    /** What Cilium's agents are told when they start. A key that is left out has Cilium's own default. */
    ciliumConfig: ConfigMap
  }
}

/** @source GET ConfigMap kube-system/cilium-config */
export const ciliumConfig = apiCollector('ciliumConfig', {
  api: 'kubernetes',
  read: (get) => configMapAt(get, 'kube-system', 'cilium-config'),
})
