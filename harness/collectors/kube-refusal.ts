import { apiCollector } from '../model/collector.ts'
import { object, parseJson, text } from '../model/parse.ts'

/** What the API server says to a harmless question that our token has no right to ask. */
export interface KubeRefusal {
  readonly path: string
  readonly status: number
  /** `reason` of its answer, e.g. `Forbidden`; absent when the question was answered. */
  readonly reason?: string
}

declare module '../model/facts.ts' {
  interface LabFacts {
    kubeRefusal: KubeRefusal
  }
}

const PATH = '/apis/certificates.k8s.io/v1/certificatesigningrequests?limit=1'

/** @source GET /apis/certificates.k8s.io/v1/certificatesigningrequests, which the role of the reader leaves out */
export const kubeRefusal = apiCollector('kubeRefusal', {
  api: 'kubernetes',
  read: async (get): Promise<KubeRefusal> => {
    const { status, text: body } = await get.raw(PATH)
    if (status === 200) return { path: PATH, status }
    const { reason } = object(parseJson(body, 'a refusal'), 'a refusal')
    return { path: PATH, status, reason: text(reason, 'reason of a refusal') }
  },
})
