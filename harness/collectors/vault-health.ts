import { apiCollector } from '../model/collector.ts'
import { flag, number, object, parseJson, text } from '../model/parse.ts'

/** What Vault says of itself to anybody. */
export interface VaultHealth {
  readonly isInitialised: boolean
  readonly isSealed: boolean
  readonly isStandby: boolean
  readonly version: string
  /** `raft`, `file`, `inmem` … */
  readonly storageType: string
  /** `shamir`, `transit` … */
  readonly sealType: string
  /** Parts of the key that there are, and that it takes to unseal. */
  readonly shares: number
  readonly threshold: number
}

declare module '../model/facts.ts' {
  interface LabFacts {
    vaultHealth: VaultHealth
  }
}

const HEALTH = '/v1/sys/health?standbyok=true&sealedcode=200&uninitcode=200'
const SEAL = '/v1/sys/seal-status'

/** @source GET /v1/sys/health with every state as 200, so that the body decides; GET /v1/sys/seal-status */
export const vaultHealth = apiCollector('vaultHealth', {
  api: 'vault',
  read: async (get): Promise<VaultHealth> => {
    const { text: body } = await get.raw(HEALTH)
    const health = object(parseJson(body, HEALTH), HEALTH)
    const seal = object(await get(SEAL), SEAL)
    const isSealed = flag(health.sealed, 'sealed')
    return {
      isInitialised: flag(health.initialized, 'initialized'),
      isSealed: isSealed || flag(seal.sealed, 'sealed of the seal status'),
      isStandby: flag(health.standby, 'standby'),
      version: text(health.version, 'version'),
      storageType: text(seal.storage_type, 'storage_type'),
      sealType: text(seal.type, 'type of the seal'),
      shares: number(seal.n, 'n'),
      threshold: number(seal.t, 't'),
    }
  },
})
