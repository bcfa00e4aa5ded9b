import { apiCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { query, vector } from '../transports/prometheus.ts'

/** Messages of the last day by one kind of receiver, and those of them that nobody took. */
export interface AlertDelivery {
  readonly kind: string
  readonly tried: number
  readonly failed: number
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Counters of Alertmanager since it started say little of today: after a good year a bad week is nothing. */
    alertDeliveries: readonly AlertDelivery[]
  }
}

const increase = (metric: string) => query(`sum by (integration) (increase(${metric}[1d]))`)

/** @source GET /api/v1/query over the counters of Alertmanager, which Prometheus has to scrape */
export const alertDeliveries = apiCollector('alertDeliveries', {
  api: 'prometheus',
  read: async (get, { segments }): Promise<readonly AlertDelivery[]> => {
    if (!segments) throw new Unseen('not asked', 'the inventory has no "segments"')
    const tried = vector(await get(increase('alertmanager_notifications_total')))
    const failed = vector(await get(increase('alertmanager_notifications_failed_total')))
    if (tried.length === 0)
      throw new Unseen('not understood', 'Prometheus has no counter of Alertmanager')
    const lost = failed.find(
      ({ labels }) => !tried.some((it) => it.labels.integration === labels.integration),
    )
    if (lost) throw new Unseen('not understood', 'a message failed of a kind that was never tried')
    return tried.map(({ labels: { integration: kind = '' }, value }) => ({
      kind,
      tried: value,
      failed: failed
        .filter(({ labels }) => labels.integration === kind)
        .reduce((sum, it) => sum + it.value, 0),
    }))
  },
})
