import { apiCollector, type Get } from '../model/collector.ts'
import { query, type Sample, vector } from '../transports/prometheus.ts'

/** How fast the cluster is, as Prometheus has measured it over the last minutes. All are 95th percentiles. */
export interface ClusterLatencies {
  /** Seconds that a list of the API server takes. */
  readonly apiListSeconds: readonly number[]
  /** Seconds from each node to the health endpoint, a pod, of the others. */
  readonly podToPod: readonly { readonly node: string; readonly seconds: number }[]
  /** Nodes that an agent does not reach. */
  readonly unreachable: readonly { readonly node: string; readonly count: number }[]
  /** Seconds that Longhorn takes to read from and to write to each volume. */
  readonly storage: readonly {
    readonly volume: string
    readonly does: 'read' | 'write'
    readonly seconds: number
  }[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    clusterLatencies: ClusterLatencies
  }
}

const API =
  'histogram_quantile(0.95, sum by (le) (rate(apiserver_request_duration_seconds_bucket{verb="LIST"}[10m])))'
const PODS =
  'histogram_quantile(0.95, sum by (le, source_node_name) (rate(cilium_node_health_connectivity_latency_seconds_bucket{type="endpoint"}[10m])))'
const UNREACHABLE = 'cilium_unreachable_nodes'
const STORAGE = (does: 'read' | 'write') =>
  `quantile_over_time(0.95, longhorn_volume_${does}_latency[1h])`

/** @source GET /api/v1/query of the API server’s, Cilium’s and Longhorn’s own measurements */
export const clusterLatencies = apiCollector('clusterLatencies', {
  api: 'prometheus',
  read: async (get): Promise<ClusterLatencies> => ({
    apiListSeconds: (await ask(get, API)).map(({ value }) => value),
    podToPod: (await ask(get, PODS)).map(({ labels, value }) => ({
      node: labels.source_node_name ?? '',
      seconds: value,
    })),
    unreachable: (await ask(get, UNREACHABLE)).map(({ labels, value }) => ({
      node: labels.node ?? labels.instance ?? '',
      count: value,
    })),
    storage: [...(await storageOf(get, 'read')), ...(await storageOf(get, 'write'))],
  }),
})

const ask = async (get: Get, expression: string): Promise<readonly Sample[]> =>
  vector(await get(query(expression)))

/** Longhorn counts in nanoseconds. */
const storageOf = async (get: Get, does: 'read' | 'write') =>
  (await ask(get, STORAGE(does))).map(({ labels, value }) => ({
    volume: labels.volume ?? '',
    does,
    seconds: value / 1e9,
  }))
