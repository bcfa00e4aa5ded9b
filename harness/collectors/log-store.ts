import { apiCollector } from '../model/collector.ts'
import { list, number, object, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { parseYaml } from '../transports/yaml.ts'
import { given, isOn, part, rows } from './kubernetes/parts.ts'

/** The central log store, as it tells of itself. */
export interface LogStore {
  readonly ready: { readonly status: number; readonly isReady: boolean }
  /** Lines that it took in the last five minutes and can be found. */
  readonly lately: number
  /** Shortest time that a line is kept, in seconds; a century when nothing says how long. */
  readonly keptSeconds: number
  /** Whether anything is deleted at all when that time is over. */
  readonly deletes: boolean
}

declare module '../model/facts.ts' {
  interface LabFacts {
    logStore: LogStore
  }
}

/** In seconds. Infinity is no JSON. */
const FOR_EVER = 3_155_760_000

const LATELY = `/loki/api/v1/query?${new URLSearchParams({
  query: 'sum(count_over_time({namespace=~".+"}[5m]))',
})}`

/** @source GET /ready, /config and /loki/api/v1/query; of the configuration only the times are kept */
export const logStore = apiCollector('logStore', {
  api: 'loki',
  read: async (get): Promise<LogStore> => {
    const ready = await get.raw('/ready')
    const { status, text: config } = await get.raw('/config')
    if (status !== 200)
      throw new Unseen(
        status === 403 ? 'not permitted' : 'not understood',
        `GET /config was answered ${status}`,
      )
    const page = object(parseYaml(config, 'the configuration of Loki'), 'the configuration of Loki')
    const limits = object(page.limits_config, 'limits_config')
    const streams = rows(limits.retention_stream, 'retention_stream').map(({ period }) => period)
    const times = [limits.retention_period, ...streams].map((time) =>
      secondsOf(given(time, 'retention_period', text) ?? '0s'),
    )
    return {
      ready: { status: ready.status, isReady: ready.text.trim() === 'ready' },
      lately: countIn(await get(LATELY)),
      keptSeconds: Math.min(...times.filter((time) => time > 0), FOR_EVER),
      deletes: isOn(part(page.compactor, 'compactor').retention_enabled, 'retention_enabled'),
    }
  },
})

function countIn(answer: unknown): number {
  const { result } = object(object(answer, 'the answer of Loki').data, 'data of Loki')
  const [sample] = list(result, 'result of Loki')
  if (sample === undefined) return 0
  return number(list(object(sample, 'a sample').value, 'a sample')[1], 'a sample')
}

const UNITS: Readonly<Record<string, number>> = {
  ms: 0.001,
  s: 1,
  m: 60,
  h: 3600,
  d: 86_400,
  w: 604_800,
  y: 31_536_000,
}

/** As Prometheus writes it: `12w6d`, `744h0m0s`. */
function secondsOf(written: string): number {
  if (!/^(\d+(ms|[smhdwy]))+$/.test(written))
    throw new Unseen('not understood', 'a time in the configuration of Loki')
  const parts = [...written.matchAll(/(\d+)(ms|[smhdwy])/g)]
  return parts.reduce((sum, [, amount, unit = '']) => sum + Number(amount) * (UNITS[unit] ?? 0), 0)
}
