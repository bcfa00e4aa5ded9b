import { apiCollector } from '../model/collector.ts'
import { query, type Sample, vector } from '../transports/prometheus.ts'

/** What Prometheus measured of the control plane and of the network. */
export interface ClusterMetrics {
  /** Requests a second in the last five minutes, by API server. */
  readonly requests: readonly { readonly server: string; readonly perSecond: number }[]
  /** How many others each Cilium agent does not reach, by node. */
  readonly unreachable: readonly { readonly node: string; readonly others: number }[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    clusterMetrics: ClusterMetrics
  }
}

const REQUESTS = 'sum by (instance) (rate(apiserver_request_total[5m]))'
const UNREACHABLE =
  'sum by (source_node_name) (cilium_node_health_connectivity_status{status!="reachable"})'

/** @source GET /api/v1/query of apiserver_request_total and cilium_node_health_connectivity_status (Cilium 1.17 or later) */
export const clusterMetrics = apiCollector('clusterMetrics', {
  api: 'prometheus',
  read: async (get): Promise<ClusterMetrics> => ({
    requests: vector(await get(query(REQUESTS))).map((sample) => ({
      server: labelOf(sample, 'instance'),
      perSecond: sample.value,
    })),
    unreachable: vector(await get(query(UNREACHABLE))).map((sample) => ({
      node: labelOf(sample, 'source_node_name'),
      others: sample.value,
    })),
  }),
})

const labelOf = ({ labels }: Sample, name: string): string => labels[name] ?? ''
