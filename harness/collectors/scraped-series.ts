import { apiCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { query } from '../transports/prometheus.ts'
import { type Metric, newestOf } from './prometheus/series.ts'

declare module '../model/facts.ts' {
  interface LabFacts {
    /** The newest sample of each series that says who a target is and that it is fresh, none older than ten minutes. */
    scrapedSeries: readonly Metric[]
  }
}

const NAMES = [
  'up',
  'node_uname_info',
  'node_boot_time_seconds',
  'node_textfile_mtime_seconds',
  'container_last_seen',
  'plumbline_canary',
]

/** @source GET /api/v1/query of a range selector over ten minutes */
export const scrapedSeries = apiCollector('scrapedSeries', {
  api: 'prometheus',
  read: async (get, { segments }): Promise<readonly Metric[]> => {
    if (!segments) throw new Unseen('not asked', 'the inventory has no "segments"')
    return newestOf(await get(query(`{__name__=~"${NAMES.join('|')}"}[10m]`)))
  },
})
