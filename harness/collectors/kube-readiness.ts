import { apiCollector, type Get } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'

/** What the API server says of itself, and of each of its parts. */
export interface Readiness {
  readonly status: number
  readonly parts: readonly { readonly name: string; readonly isOk: boolean }[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    kubeReadiness: { readonly ready: Readiness; readonly live: Readiness }
  }
}

/** @source GET /readyz?verbose and /livez?verbose */
export const kubeReadiness = apiCollector('kubeReadiness', {
  api: 'kubernetes',
  read: async (get) => ({
    ready: await readinessAt(get, '/readyz?verbose'),
    live: await readinessAt(get, '/livez?verbose'),
  }),
})

async function readinessAt(get: Get, path: string): Promise<Readiness> {
  const { status, text } = await get.raw(path)
  if (status === 401) throw new Unseen('unauthenticated', `GET ${path} was answered 401`)
  if (status === 403) throw new Unseen('not permitted', `GET ${path} was answered 403`)
  const parts = [...text.matchAll(/^\[([+-])\](\S+)/gm)].map(([, sign, name = '']) => ({
    name,
    isOk: sign === '+',
  }))
  if (parts.length === 0)
    throw new Unseen('not understood', `GET ${path} was answered ${status} without a single part`)
  return { status, parts }
}
