import { apiCollector } from '../model/collector.ts'
import { healthOf, type ServarrHealth } from './servarr/health.ts'

declare module '../model/facts.ts' {
  interface LabFacts {
    radarrHealth: ServarrHealth
  }
}

/** @source GET /api/v3/system/status, /api/v3/health of Radarr */
export const radarrHealth = apiCollector('radarrHealth', {
  api: 'radarr',
  read: (get) => healthOf(get, 'v3'),
})
