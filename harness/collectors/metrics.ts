import { apiCollector } from '../model/collector.ts'
import type { Inventory } from '../model/inventory.ts'
import { Unseen } from '../model/unseen.ts'
import { query } from '../transports/prometheus.ts'
import { type Metric, newestOf } from './prometheus/series.ts'

export interface Metrics {
  /** Names that were asked for: of any other nothing is known. */
  readonly asked: readonly string[]
  /** The newest sample of each series, none older than ten minutes. */
  readonly samples: readonly Metric[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    metrics: Metrics
  }
}

/** What `p.metrics.required` says unless a lab says otherwise. */
const REQUIRED = [
  'up',
  'parity_age',
  'pool_branches',
  'mount_ok',
  'gpu_ok',
  'smart_ok',
  'cert_days',
]
/** Who a target is, and how old the files are that its own measurements come from. */
const ABOUT = [
  'node_boot_time_seconds',
  'node_uname_info',
  'node_textfile_mtime_seconds',
  'node_textfile_scrape_error',
]

/**
 * The newest samples, with the moment each was scraped.
 *
 * @source GET /api/v1/query of a range selector over ten minutes
 */
export const metrics = apiCollector('metrics', {
  api: 'prometheus',
  read: async (get, inventory): Promise<Metrics> => {
    const asked = [...new Set([...REQUIRED, ...ABOUT, ...declared(inventory)])]
    const odd = asked.find((name) => !/^[a-zA-Z_:][\w:]*$/.test(name))
    if (odd !== undefined)
      throw new Unseen('not asked', `"${odd}" of p.metrics.required is no name of a metric`)
    return { asked, samples: newestOf(await get(query(`{__name__=~"${asked.join('|')}"}[10m]`))) }
  },
})

function declared({ parameters }: Inventory): readonly string[] {
  const own = parameters['p.metrics.required']
  return own === undefined ? [] : typeof own === 'object' ? own : String(own).split(/\s+/)
}
