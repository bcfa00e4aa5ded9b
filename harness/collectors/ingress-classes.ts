import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { object, text } from '../model/parse.ts'
import { mapped, wholeList } from './kubernetes/list.ts'
import { type Meta, metaOf } from './kubernetes/metadata.ts'

/** A controller that takes ingresses. */
export interface IngressClass extends Meta {
  /** E.g. `k8s.io/ingress-nginx`. */
  readonly controller: string
}

declare module '../model/facts.ts' {
  interface LabFacts {
    ingressClasses: Census<IngressClass>
  }
}

/** @source GET /apis/networking.k8s.io/v1/ingressclasses */
export const ingressClasses = apiCollector('ingressClasses', {
  api: 'kubernetes',
  read: async (get): Promise<Census<IngressClass>> =>
    mapped(
      await wholeList(get, '/apis/networking.k8s.io/v1/ingressclasses', {
        kind: 'IngressClassList',
      }),
      (item) => {
        const meta = metaOf(item, 'an ingress class')
        const { controller } = object(item.spec, `spec of ${meta.name}`)
        return { ...meta, controller: text(controller, `controller of ${meta.name}`) }
      },
    ),
})
