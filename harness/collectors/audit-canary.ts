import { apiCollector } from '../model/collector.ts'

declare module '../model/facts.ts' {
  interface LabFacts {
    /** The request that has to be found in the audit trail: for a namespace that does not exist. */
    auditCanary: { readonly path: string; readonly status: number }
  }
}

const PATH = '/api/v1/namespaces/plumbline-canary'

/** @source GET /api/v1/namespaces/plumbline-canary, answered 404 */
export const auditCanary = apiCollector('auditCanary', {
  api: 'kubernetes',
  read: async (get) => ({ path: PATH, status: (await get.raw(PATH)).status }),
})
