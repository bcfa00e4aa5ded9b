import { vantageCollector } from '../model/collector.ts'
import type { Inventory } from '../model/inventory.ts'
import { list, object, parseJson, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'

/** What a pod of the cluster saw from where it stands. */
export interface PodLooks {
  /** When it looked, by its own clock. */
  readonly takenAt: string
  /** What came of connecting to ports of services, `namespace/service:port`. */
  readonly looks: readonly { readonly to: string; readonly result: PodLookResult }[]
  /** Addresses that names have inside the cluster; none for a name without an answer. */
  readonly names: readonly { readonly name: string; readonly addresses: readonly string[] }[]
}

/** `no name` when the name of the service did not resolve: then nothing was tried. */
export type PodLookResult = 'connected' | 'refused' | 'timed out' | 'no name'

declare module '../model/facts.ts' {
  interface VantageFacts {
    podLooks: PodLooks
  }
}

const RESULTS: readonly string[] = ['connected', 'refused', 'timed out', 'no name']

/**
 * The page on which a pod shows what it could reach: JSON with `takenAt`, `from`, `looks` and `names`. It is
 * believed only over TLS with a valid certificate, and of the declared namespace.
 *
 * @source GET kubernetes.lookout.url from the vantage lan
 */
export const podLooks = vantageCollector('podLooks', {
  ask: ({ name }, inventory) => {
    const url = name === 'lan' ? inventory.kubernetes?.lookout?.url : undefined
    return url === undefined ? undefined : { http: [{ id: 'pod-looks', url }] }
  },
  parse: ({ http }, _vantage, inventory) => {
    const answer = http.find(({ id }) => id === 'pod-looks')
    if (!answer) throw new Unseen('cut short', 'the probe did not come back with the pod’s page')
    const { body = '', certificate, error, status } = answer
    if (status !== 200)
      throw new Unseen('not understood', `the pod’s page was answered ${error ?? status}`)
    if (certificate?.valid !== true)
      throw new Unseen('unauthenticated', 'the pod’s page has no valid certificate')
    return looksOf(parseJson(body, 'the pod’s page'), inventory)
  },
})

function looksOf(page: unknown, { kubernetes }: Inventory): PodLooks {
  const { from, looks, names, takenAt } = object(page, 'the pod’s page')
  const { namespace } = object(from, 'who looked')
  if (namespace !== kubernetes?.lookout?.namespace)
    throw new Unseen('not understood', 'the page is of a pod of another namespace')
  return {
    takenAt: text(takenAt, 'takenAt'),
    looks: list(looks, 'looks').map((value) => {
      const { to, result } = object(value, 'a look')
      const what = text(result, 'result of a look')
      if (!RESULTS.includes(what)) throw new Unseen('not understood', 'a look has no known result')
      return { to: text(to, 'a look'), result: what as PodLookResult }
    }),
    names: list(names, 'names').map((value) => {
      const { name, addresses } = object(value, 'a name')
      return {
        name: text(name, 'a name'),
        addresses: list(addresses, 'addresses').map((one) => text(one, 'an address')),
      }
    }),
  }
}
