import { apiCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { query, vector } from '../transports/prometheus.ts'

/** What a log shipper did in the last quarter of an hour, as it counts itself. */
export interface LogShipper {
  readonly instance: string
  readonly sent: number
  readonly dropped: number
  /** Pushes, and those of them that Loki did not take. */
  readonly pushes: number
  readonly failed: number
}

declare module '../model/facts.ts' {
  interface LabFacts {
    logShippers: readonly LogShipper[]
  }
}

const COUNTERS = {
  sent: 'loki_write_sent_entries_total|promtail_sent_entries_total',
  dropped: 'loki_write_dropped_entries_total|promtail_dropped_entries_total',
  pushes: 'loki_write_request_duration_seconds_count|promtail_request_duration_seconds_count',
} as const

/** @source GET /api/v1/query over the counters of Alloy, or Promtail */
export const logShippers = apiCollector('logShippers', {
  api: 'prometheus',
  read: async (get, { segments }): Promise<readonly LogShipper[]> => {
    if (!segments) throw new Unseen('not asked', 'the inventory has no "segments"')
    const ask = async (names: string, more = '') =>
      new Map(
        vector(
          await get(query(`sum by (instance) (increase({__name__=~"${names}"${more}}[15m]))`)),
        ).map(({ labels, value }) => [labels.instance ?? '', value]),
      )
    const sent = await ask(COUNTERS.sent)
    const dropped = await ask(COUNTERS.dropped)
    const pushes = await ask(COUNTERS.pushes)
    const failed = await ask(COUNTERS.pushes, ',status_code=~"4..|5.."')
    return [...sent].map(([instance, value]) => ({
      instance,
      sent: value,
      // A counter appears with the first event that it counts.
      dropped: dropped.get(instance) ?? 0,
      pushes: pushes.get(instance) ?? 0,
      failed: failed.get(instance) ?? 0,
    }))
  },
})
