import { apiCollector } from '../model/collector.ts'
import { number, text } from '../model/parse.ts'
import { dataOf } from './vault/answer.ts'

/** The key that Vault encrypts its storage with. */
export interface VaultKey {
  readonly term: number
  readonly installedAt: string
  /** Values encrypted with it. */
  readonly encryptions: number
}

declare module '../model/facts.ts' {
  interface LabFacts {
    vaultKey: VaultKey
  }
}

const PATH = '/v1/sys/key-status'

/** @source GET /v1/sys/key-status */
export const vaultKey = apiCollector('vaultKey', {
  api: 'vault',
  read: async (get): Promise<VaultKey> => {
    const data = dataOf(await get(PATH), PATH)
    return {
      term: number(data.term, 'term'),
      installedAt: text(data.install_time, 'install_time'),
      encryptions: number(data.encryptions, 'encryptions'),
    }
  },
})
