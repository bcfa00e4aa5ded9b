import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { list, number, object, text } from '../model/parse.ts'
import { mapped, wholeList } from './kubernetes/list.ts'
import { type Meta, placedMetaOf } from './kubernetes/metadata.ts'
import { given, maybe, part } from './kubernetes/parts.ts'

/** Addresses that MetalLB may give away. */
export interface MetallbPool extends Meta {
  readonly namespace: string
  /** As written: `10.0.0.0/28`, `10.0.0.1-10.0.0.9`. */
  readonly addresses: readonly string[]
  /** Whether a service that names no pool may have one; so unless it says no. */
  readonly assignsItself: boolean
  /** Counted by the controller of newer releases. */
  readonly available?: number
}

declare module '../model/facts.ts' {
  interface LabFacts {
    metallbPools: Census<MetallbPool>
  }
}

/** @source GET /apis/metallb.io/v1beta1/ipaddresspools */
export const metallbPools = apiCollector('metallbPools', {
  api: 'kubernetes',
  read: async (get): Promise<Census<MetallbPool>> =>
    mapped(
      await wholeList(get, '/apis/metallb.io/v1beta1/ipaddresspools', {
        kind: 'IPAddressPoolList',
      }),
      (item) => {
        const meta = placedMetaOf(item, 'a pool')
        const what = `pool ${meta.name}`
        const spec = object(item.spec, `spec of ${what}`)
        const { availableIPv4 } = part(item.status, `status of ${what}`)
        return {
          ...meta,
          addresses: list(spec.addresses, `addresses of ${what}`).map((one) => text(one, what)),
          assignsItself: spec.autoAssign !== false,
          ...maybe('available', given(availableIPv4, `availableIPv4 of ${what}`, number)),
        }
      },
    ),
})
