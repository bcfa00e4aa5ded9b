import { apiCollector, type Get } from '../model/collector.ts'
import type { Inventory } from '../model/inventory.ts'
import { list, number, object, parseJson, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { given, part } from './kubernetes/parts.ts'
import { newestIn, newestPath } from './loki/newest.ts'

/** The audit records of the API server, as they arrived in the central store. */
export interface AuditTrail {
  /** Of the newest record of all; absent when there was none within a day. */
  readonly newestAt?: string
  /** The newest record of our own request for a namespace that does not exist. */
  readonly canary?: AuditRecord
  /** How many there are of one day shortly before the agreed time is over, and how long ago that is. */
  readonly old: { readonly hoursAgo: number; readonly records: number }
}

export interface AuditRecord {
  readonly at: string
  readonly verb: string
  readonly uri: string
  readonly status: number
}

declare module '../model/facts.ts' {
  interface LabFacts {
    auditTrail: AuditTrail
  }
}

/** What the collector `auditCanary` asks the API server for. */
const CANARY = '/api/v1/namespaces/plumbline-canary'
const SINCE = '30h'
/** What `p.audit.retention` says unless a lab says otherwise, and the share of it that is looked back. */
const RETENTION = '90d'
const SHARE = 0.9

/** @source GET /loki/api/v1/query_range and query of `kubernetes.auditLog` */
export const auditTrail = apiCollector('auditTrail', {
  api: 'loki',
  read: async (get, inventory): Promise<AuditTrail> => {
    const stream = inventory.kubernetes?.auditLog
    if (stream === undefined)
      throw new Unseen('not asked', 'the inventory has no "kubernetes.auditLog"')
    const newest = newestIn(await get(newestPath(stream, '24h')))
    const own = newestIn(await get(newestPath(`${stream} |= "${CANARY}"`, SINCE)))
    const hoursAgo = Math.floor(hoursOf(inventory) * SHARE)
    return {
      ...(newest === undefined ? {} : { newestAt: recordIn(newest.line).at }),
      ...(own === undefined ? {} : { canary: recordIn(own.line) }),
      old: { hoursAgo, records: await countOf(get, stream, hoursAgo) },
    }
  },
})

function recordIn(line: string): AuditRecord {
  const record = object(parseJson(line, 'an audit record'), 'an audit record')
  if (record.kind !== 'Event') throw new Unseen('not understood', 'a line is no audit record')
  return {
    at: text(record.requestReceivedTimestamp, 'time of an audit record'),
    verb: text(record.verb, 'verb of an audit record'),
    uri: text(record.requestURI, 'requestURI of an audit record'),
    status: given(part(record.responseStatus, 'an audit record').code, 'code', number) ?? 0,
  }
}

/** Records of one day that ended so many hours ago; no sample means none. */
async function countOf(get: Get, stream: string, hours: number): Promise<number> {
  const query = `sum(count_over_time(${stream}[24h] offset ${hours}h))`
  const path = `/loki/api/v1/query?${new URLSearchParams({ query })}`
  const { data } = object(await get(path), 'the answer of Loki')
  const [sample] = list(object(data, 'data of Loki').result, 'result of Loki')
  if (sample === undefined) return 0
  const [, value] = list(object(sample, 'a sample').value, 'a sample')
  return number(value, 'a sample')
}

function hoursOf({ parameters }: Inventory): number {
  const [, amount, unit] =
    /^(\d+)([hd])$/.exec(String(parameters['p.audit.retention'] ?? RETENTION)) ?? []
  if (!amount) throw new Unseen('not asked', 'p.audit.retention is neither days nor hours')
  return Number(amount) * (unit === 'd' ? 24 : 1)
}
