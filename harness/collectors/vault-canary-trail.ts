import { apiCollector } from '../model/collector.ts'
import { object, parseJson, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { linesIn, linesPath } from './loki/streams.ts'

/** An entry of Vault's audit log about the secret that we read for the purpose. */
export interface VaultAuditEntry {
  readonly at: string
  /** `request` or `response`: without the second, the request was stopped. */
  readonly type: string
  readonly requestId: string
  readonly path: string
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Those of the last 26 hours at the central log, the oldest first. */
    vaultCanaryTrail: readonly VaultAuditEntry[]
  }
}

/** @source GET /loki/api/v1/query_range over `vault.auditLog`; nothing but type, path, id and time is kept */
export const vaultCanaryTrail = apiCollector('vaultCanaryTrail', {
  api: 'loki',
  read: async (get, { vault }): Promise<readonly VaultAuditEntry[]> => {
    if (!vault?.auditLog || !vault.canary)
      throw new Unseen('not asked', 'the inventory has no "vault.auditLog" and "vault.canary"')
    const path = dataPath(vault.canary)
    return linesIn(await get(linesPath(`${vault.auditLog} |= "${path}"`, '26h'))).map(
      ({ at, line }) => {
        const entry = object(parseJson(line, 'an entry of the audit log'), 'an entry')
        const request = object(entry.request, 'request of an entry')
        return {
          at,
          type: text(entry.type, 'type of an entry'),
          requestId: text(request.id, 'id of a request'),
          path: text(request.path, 'path of a request'),
        }
      },
    )
  },
})

/** Where KV version 2 keeps the value of `mount/path`. */
const dataPath = (secret: string): string => secret.replace('/', '/data/')
