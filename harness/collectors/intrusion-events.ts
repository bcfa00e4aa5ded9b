import { apiCollector } from '../model/collector.ts'
import { list, number, object, parseJson, text } from '../model/parse.ts'
import { linesIn, linesPath } from './loki/streams.ts'

/** Counters of Suricata at one moment. */
export interface SuricataStats {
  readonly at: string
  readonly packets: number
  readonly drops: number
  readonly rulesLoaded: number
  readonly rulesFailed: number
  readonly reloadedAt: string
}

/** An alert of Suricata. */
export interface SuricataAlert {
  readonly at: string
  readonly sid: number
  /** `allowed` or `blocked`. */
  readonly action: string
  /** Ids of canaries in what it saw. */
  readonly ids: readonly string[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Statistics of the last hour and alerts of the last day, the oldest first. */
    intrusionEvents: {
      readonly stats: readonly SuricataStats[]
      readonly alerts: readonly SuricataAlert[]
    }
  }
}

const STATS = linesPath('{job="suricata"} | json | event_type="stats"', '1h')
const ALERTS = linesPath('{job="suricata"} | json | event_type="alert"', '24h')

/** @source GET /loki/api/v1/query_range of eve.json as Suricata 7 writes it */
export const intrusionEvents = apiCollector('intrusionEvents', {
  api: 'loki',
  read: async (get) => ({
    stats: linesIn(await get(STATS)).map(({ line }) => statsOf(line)),
    alerts: linesIn(await get(ALERTS)).map(({ line }) => alertOf(line)),
  }),
})

const moment = (value: unknown, what: string): string => new Date(text(value, what)).toISOString()

function statsOf(line: string): SuricataStats {
  const row = object(parseJson(line, 'eve.json'), 'an event')
  const { capture, detect } = object(row.stats, 'stats')
  const [engine] = list(object(detect, 'detect').engines, 'engines')
  const { kernel_packets, kernel_drops } = object(capture, 'capture')
  const { rules_loaded, rules_failed, last_reload } = object(engine, 'an engine')
  return {
    at: moment(row.timestamp, 'timestamp'),
    packets: number(kernel_packets, 'kernel_packets'),
    drops: number(kernel_drops, 'kernel_drops'),
    rulesLoaded: number(rules_loaded, 'rules_loaded'),
    rulesFailed: number(rules_failed, 'rules_failed'),
    reloadedAt: moment(last_reload, 'last_reload'),
  }
}

function alertOf(line: string): SuricataAlert {
  const row = object(parseJson(line, 'eve.json'), 'an event')
  const { signature_id, action } = object(row.alert, 'alert')
  return {
    at: moment(row.timestamp, 'timestamp'),
    sid: number(signature_id, 'signature_id'),
    action: text(action, 'action'),
    ids: [...new Set(line.match(/plumb-[0-9a-f]{12}/g) ?? [])],
  }
}
