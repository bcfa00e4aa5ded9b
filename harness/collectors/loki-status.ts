import { apiCollector } from '../model/collector.ts'
import type { Inventory } from '../model/inventory.ts'
import { object, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { vector } from '../transports/prometheus.ts'
import { parseYaml } from '../transports/yaml.ts'

/** The store of logs: whether it works, what it keeps, and of whom it has lines. */
export interface LokiStatus {
  readonly isReady: boolean
  readonly version: string
  /** How long lines are kept, as configured, e.g. `744h`; `0s` is for ever. */
  readonly retention: string
  /** Whether anything ever deletes what is older. */
  readonly deletes: boolean
  /** Hosts with lines in the last quarter of an hour, and how many. */
  readonly hosts: Readonly<Record<string, number>>
  /** The same, without lines of the shippers themselves. */
  readonly hostsBesideShippers: Readonly<Record<string, number>>
  /** Containers with lines in the last day, by name. */
  readonly containers: readonly string[]
  /** Lines within an hour as long ago as `p.logs.retention` says. */
  readonly linesThen: number
}

declare module '../model/facts.ts' {
  interface LabFacts {
    lokiStatus: LokiStatus
  }
}

const instant = (query: string) => `/loki/api/v1/query?${new URLSearchParams({ query })}`
const agoOf = ({ parameters }: Inventory): string => String(parameters['p.logs.retention'] ?? '30d')

/** @source GET /ready, /loki/api/v1/status/buildinfo, /config, /loki/api/v1/query of Loki 3; of the configuration only how long lines are kept */
export const lokiStatus = apiCollector('lokiStatus', {
  api: 'loki',
  read: async (get, inventory): Promise<LokiStatus> => {
    const ready = await get.raw('/ready')
    const config = await get.raw('/config')
    if (config.status !== 200)
      throw new Unseen('not understood', `Loki answered GET /config with ${config.status}`)
    const { limits_config, compactor } = object(
      parseYaml(config.text, 'the configuration of Loki'),
      'configuration',
    )
    const counts = async (query: string, label: string) =>
      Object.fromEntries(
        vector(await get(instant(query))).map(
          ({ labels, value }) => [labels[label] ?? '', value] as const,
        ),
      )
    return {
      isReady: ready.status === 200,
      version: text(
        object(await get('/loki/api/v1/status/buildinfo'), 'buildinfo').version,
        'version of Loki',
      ),
      retention: text(object(limits_config, 'limits_config').retention_period, 'retention_period'),
      deletes: object(compactor, 'compactor').retention_enabled === true,
      hosts: await counts('sum by (host) (count_over_time({job=~".+"}[15m]))', 'host'),
      hostsBesideShippers: await counts(
        'sum by (host) (count_over_time({job=~".+", unit!~"(alloy|promtail|vector|fluent-bit).service"}[15m]))',
        'host',
      ),
      containers: Object.keys(
        await counts('sum by (container) (count_over_time({container=~".+"}[24h]))', 'container'),
      ),
      linesThen: Object.values(
        await counts(
          `sum by (job) (count_over_time({job=~".+"}[1h] offset ${agoOf(inventory)}))`,
          'job',
        ),
      ).reduce((sum, count) => sum + count, 0),
    }
  },
})
