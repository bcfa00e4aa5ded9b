import { apiCollector } from '../model/collector.ts'
import { query, type Sample, vector } from '../transports/prometheus.ts'

/** One value per `instance`. */
export type ByInstance = Readonly<Record<string, number>>

/** What Prometheus has recorded of machines, containers and the network. */
export interface VmSeries {
  /** By family of measurements: the newest sample's moment, seconds since 1970, by instance. */
  readonly newest: Readonly<Record<string, ByInstance>>
  /** By family: by how much its sum has moved in ten minutes. A frozen exporter repeats itself. */
  readonly moved: Readonly<Record<string, ByInstance>>
  /** How many named containers are measured, by instance. */
  readonly containers: ByInstance
  /** Outcome of probes of the network, 1 or 0, by instance. */
  readonly probes: ByInstance
  /** Moment of the newest outcome, by instance. */
  readonly probedAt: ByInstance
  /** Moment of the oldest sample that is kept; absent when Prometheus does not say. */
  readonly oldest?: number
  /** Size at which samples are cut off, bytes; 0 is no limit. */
  readonly maxBytes?: number
}

declare module '../model/facts.ts' {
  interface LabFacts {
    vmSeries: VmSeries
  }
}

/** Families by what they are about. */
const FAMILIES = {
  processor: 'node_cpu_seconds_total',
  memory: 'node_memory_MemAvailable_bytes',
  disk: 'node_filesystem_avail_bytes',
  network: 'node_network_receive_bytes_total',
} as const

/**
 * Aggregates only, each with the moment of its newest sample: an instant query alone shows values of five minutes ago as if
 * they were new.
 *
 * @source GET /api/v1/query
 */
export const vmSeries = apiCollector('vmSeries', {
  api: 'prometheus',
  read: async (get): Promise<VmSeries> => {
    const ask = async (expression: string) => vector(await get(query(expression)))
    const newest: Record<string, ByInstance> = {}
    const moved: Record<string, ByInstance> = {}
    for (const [about, metric] of Object.entries(FAMILIES)) {
      newest[about] = byInstance(await ask(`max by (instance) (timestamp(${metric}))`))
      moved[about] = byInstance(
        await ask(`sum by (instance) (${metric}) - sum by (instance) (${metric} offset 10m)`),
      )
    }
    const [oldest] = await ask('prometheus_tsdb_lowest_timestamp_seconds')
    const [limit] = await ask('prometheus_tsdb_retention_limit_bytes')
    return {
      newest,
      moved,
      containers: byInstance(
        await ask(
          'count by (instance) (count by (instance, name) (container_last_seen{name!=""}))',
        ),
      ),
      probes: byInstance(await ask('min by (instance) (probe_success)')),
      probedAt: byInstance(await ask('max by (instance) (timestamp(probe_success))')),
      ...(oldest ? { oldest: oldest.value } : {}),
      ...(limit ? { maxBytes: limit.value } : {}),
    }
  },
})

const byInstance = (samples: readonly Sample[]): ByInstance =>
  Object.fromEntries(samples.map(({ labels, value }) => [labels.instance ?? '', value]))
