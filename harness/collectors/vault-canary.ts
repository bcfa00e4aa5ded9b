import { apiCollector } from '../model/collector.ts'
import { object, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'

/** A read of the secret that is there to be read. */
export interface VaultCanary {
  readonly requestId: string
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** What it holds is not looked at. */
    vaultCanary: VaultCanary
  }
}

/** @source GET /v1/{mount}/data/{path} of `vault.canary`: a secret of our own, without any use */
export const vaultCanary = apiCollector('vaultCanary', {
  api: 'vault',
  read: async (get, { vault }): Promise<VaultCanary> => {
    if (!vault?.canary) throw new Unseen('not asked', 'the inventory has no "vault.canary"')
    const path = `/v1/${vault.canary.replace('/', '/data/')}`
    const { request_id: id } = object(await get(path), 'the canary')
    return { requestId: text(id, 'request_id') }
  },
})
