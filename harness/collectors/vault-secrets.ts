import { apiCollector } from '../model/collector.ts'
import { number, object, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { dataOf } from './vault/answer.ts'

/** What is known of a secret without its value. */
export interface VaultSecret {
  /** `secret/postgres/admin` */
  readonly path: string
  readonly version: number
  /** When that version was written. */
  readonly writtenAt: string
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Those of `vault.rotated` in the inventory; one that is not there makes all of it unknown. */
    vaultSecrets: readonly VaultSecret[]
  }
}

/** @source GET /v1/{mount}/metadata/{path} of KV version 2: no value is ever read */
export const vaultSecrets = apiCollector('vaultSecrets', {
  api: 'vault',
  read: async (get, { vault }): Promise<readonly VaultSecret[]> => {
    if (!vault) throw new Unseen('not asked', 'the inventory has no "vault"')
    const found: VaultSecret[] = []
    for (const path of vault.rotated) {
      const [mount = '', ...rest] = path.split('/')
      const at = `/v1/${mount}/metadata/${rest.join('/')}`
      const data = dataOf(await get(at), at)
      const version = number(data.current_version, `current_version of ${path}`)
      const current = object(object(data.versions, path)[String(version)], `versions of ${path}`)
      found.push({
        path,
        version,
        writtenAt: text(current.created_time, `created_time of ${path}`),
      })
    }
    return found
  },
})
