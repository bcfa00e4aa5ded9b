import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { object, text } from '../model/parse.ts'
import { named, wholeList } from './kubernetes/list.ts'
import { type Meta, placedMetaOf } from './kubernetes/metadata.ts'
import { given, maybe, part, rows } from './kubernetes/parts.ts'

/** A service of type LoadBalancer, with the addresses that it was given. */
export interface LoadBalancer extends Meta {
  readonly namespace: string
  readonly loadBalancerClass?: string
  readonly addresses: readonly string[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    loadBalancers: Census<LoadBalancer>
  }
}

/** @source GET /api/v1/services, those of type LoadBalancer */
export const loadBalancers = apiCollector('loadBalancers', {
  api: 'kubernetes',
  read: async (get): Promise<Census<LoadBalancer>> => {
    const { items, ...look } = await wholeList(get, '/api/v1/services', {
      kind: 'ServiceList',
      canary: named('service default/kubernetes', 'kubernetes', 'default'),
    })
    return {
      ...look,
      items: items.flatMap((item) => {
        const meta = placedMetaOf(item, 'a service')
        const spec = object(item.spec, `spec of ${meta.name}`)
        if (spec.type !== 'LoadBalancer') return []
        const { ingress } = part(part(item.status, meta.name).loadBalancer, meta.name)
        return {
          ...meta,
          ...maybe('loadBalancerClass', given(spec.loadBalancerClass, meta.name, text)),
          addresses: rows(ingress, `addresses of ${meta.name}`).map((row) =>
            text(row.ip ?? row.hostname, `an address of ${meta.name}`),
          ),
        }
      }),
    }
  },
})
