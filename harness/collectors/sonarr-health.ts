import { apiCollector } from '../model/collector.ts'
import { healthOf, type ServarrHealth } from './servarr/health.ts'

declare module '../model/facts.ts' {
  interface LabFacts {
    sonarrHealth: ServarrHealth
  }
}

/** @source GET /api/v3/system/status, /api/v3/health of Sonarr */
export const sonarrHealth = apiCollector('sonarrHealth', {
  api: 'sonarr',
  read: (get) => healthOf(get, 'v3'),
})
