import { apiCollector } from '../model/collector.ts'
import type { Inventory } from '../model/inventory.ts'
import { Unseen } from '../model/unseen.ts'
import { query, vector } from '../transports/prometheus.ts'

/** What a machine has left, over the last week. */
export interface Headroom {
  readonly instance: string
  /** Share of its processors in use in 95 of 100 moments. */
  readonly processors: number
  /** Least share of memory that was available within a day. */
  readonly memory: number
  /** Bytes left on its fullest file system in so many days, as it goes on now. */
  readonly diskThen: number
}

declare module '../model/facts.ts' {
  interface LabFacts {
    headroom: readonly Headroom[]
  }
}

const daysOf = ({ parameters }: Inventory): number => Number(parameters['p.sizing.disk_days'] ?? 30)

/** @source GET /api/v1/query: quantile_over_time, min_over_time and predict_linear over what Node Exporter measures */
export const headroom = apiCollector('headroom', {
  api: 'prometheus',
  read: async (get, inventory): Promise<readonly Headroom[]> => {
    if (!inventory.segments) throw new Unseen('not asked', 'the inventory has no "segments"')
    const ask = async (expression: string) =>
      new Map(
        vector(await get(query(expression))).map(({ labels, value }) => [
          labels.instance ?? '',
          value,
        ]),
      )
    const processors = await ask(
      'quantile_over_time(0.95, (1 - avg by (instance) (rate(node_cpu_seconds_total{mode="idle"}[5m])))[7d:5m])',
    )
    const memory = await ask(
      'min by (instance) (min_over_time((node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes)[1d:5m]))',
    )
    const disk = await ask(
      `min by (instance) (predict_linear(node_filesystem_avail_bytes{fstype!~"tmpfs|overlay|squashfs"}[7d], ${daysOf(inventory) * 86_400}))`,
    )
    return [...processors].map(([instance, used]) => {
      const [room, then] = [memory.get(instance), disk.get(instance)]
      if (room === undefined || then === undefined)
        throw new Unseen('not understood', `${instance} has no measurement of memory, or of disks`)
      return { instance, processors: used, memory: room, diskThen: then }
    })
  },
})
