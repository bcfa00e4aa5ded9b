import { apiCollector } from '../model/collector.ts'
import { object, text } from '../model/parse.ts'
import { dataOf } from './vault/answer.ts'

/** A way to log in. */
export interface VaultLogin {
  /** `kubernetes/` */
  readonly path: string
  /** `kubernetes`, `token`, `oidc` … */
  readonly type: string
}

declare module '../model/facts.ts' {
  interface LabFacts {
    vaultLogins: readonly VaultLogin[]
  }
}

const PATH = '/v1/sys/auth'

/** @source GET /v1/sys/auth; refused without the right to read it */
export const vaultLogins = apiCollector('vaultLogins', {
  api: 'vault',
  read: async (get): Promise<readonly VaultLogin[]> =>
    Object.entries(dataOf(await get(PATH), PATH)).map(([path, mount]) => ({
      path,
      type: text(object(mount, path).type, `type of ${path}`),
    })),
})
