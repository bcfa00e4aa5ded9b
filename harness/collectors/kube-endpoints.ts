import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { list, text } from '../model/parse.ts'
import { mapped, named, wholeList } from './kubernetes/list.ts'
import { type Meta, placedMetaOf } from './kubernetes/metadata.ts'
import { given, isOn, maybe, part, rows, type Shape } from './kubernetes/parts.ts'

/** Some of the places that a service leads to. */
export interface EndpointSlice extends Meta {
  readonly namespace: string
  /** The service; absent for a slice that somebody keeps by hand. */
  readonly service?: string
  readonly endpoints: readonly {
    readonly addresses: readonly string[]
    /** Left out, it means yes. */
    readonly isReady: boolean
    /** E.g. `Pod/web-0`. */
    readonly target?: string
  }[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    kubeEndpoints: Census<EndpointSlice>
  }
}

/** @source GET /apis/discovery.k8s.io/v1/endpointslices */
export const kubeEndpoints = apiCollector('kubeEndpoints', {
  api: 'kubernetes',
  read: async (get): Promise<Census<EndpointSlice>> =>
    mapped(
      await wholeList(get, '/apis/discovery.k8s.io/v1/endpointslices', {
        kind: 'EndpointSliceList',
        canary: named('endpoints default/kubernetes', 'kubernetes', 'default'),
      }),
      sliceOf,
    ),
})

function sliceOf(item: Shape): EndpointSlice {
  const meta = placedMetaOf(item, 'an endpoint slice')
  const what = `endpoints ${meta.namespace}/${meta.name}`
  return {
    ...meta,
    ...maybe('service', meta.labels['kubernetes.io/service-name']),
    // A slice without endpoints has the list as null.
    endpoints: rows(item.endpoints, what).map((row) => {
      const { ready } = part(row.conditions, `conditions of ${what}`)
      const target = part(row.targetRef, `target of ${what}`)
      return {
        addresses: list(row.addresses, `addresses of ${what}`).map((one) => text(one, what)),
        isReady: given(ready, `ready of ${what}`, isOn) ?? true,
        ...maybe(
          'target',
          row.targetRef === undefined
            ? undefined
            : `${text(target.kind, what)}/${text(target.name, what)}`,
        ),
      }
    }),
  }
}
