import { apiCollector } from '../model/collector.ts'
import type { Inventory } from '../model/inventory.ts'
import { Unseen } from '../model/unseen.ts'
import { query, vector } from '../transports/prometheus.ts'

/** How far back Prometheus can look, and whether it looks at itself. */
export interface PrometheusHistory {
  /** How long ago was asked for, as `p.metrics.retention` says. */
  readonly ago: string
  /** Samples that it has of itself from then, within an hour. */
  readonly samplesThen: number
  /** Samples that it took of itself in the last ten minutes. */
  readonly samplesNow: number
}

declare module '../model/facts.ts' {
  interface LabFacts {
    prometheusHistory: PrometheusHistory
  }
}

const agoOf = ({ parameters }: Inventory): string =>
  String(parameters['p.metrics.retention'] ?? '15d')

/** @source GET /api/v1/query with an offset */
export const prometheusHistory = apiCollector('prometheusHistory', {
  api: 'prometheus',
  read: async (get, inventory): Promise<PrometheusHistory> => {
    if (!inventory.segments) throw new Unseen('not asked', 'the inventory has no "segments"')
    const ago = agoOf(inventory)
    const count = async (range: string) =>
      vector(await get(query(`count_over_time(up{job="prometheus"}${range})`))).reduce(
        (sum, { value }) => sum + value,
        0,
      )
    return { ago, samplesThen: await count(`[1h] offset ${ago}`), samplesNow: await count('[10m]') }
  },
})
