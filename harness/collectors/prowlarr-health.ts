import { apiCollector } from '../model/collector.ts'
import { healthOf, type ServarrHealth } from './servarr/health.ts'

declare module '../model/facts.ts' {
  interface LabFacts {
    prowlarrHealth: ServarrHealth
  }
}

/** @source GET /api/v1/system/status, /api/v1/health of Prowlarr */
export const prowlarrHealth = apiCollector('prowlarrHealth', {
  api: 'prowlarr',
  read: (get) => healthOf(get, 'v1'),
})
