import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { object } from '../model/parse.ts'
import { mapped, together, wholeList } from './kubernetes/list.ts'
import { type Meta, placedMetaOf } from './kubernetes/metadata.ts'
import { rows, words } from './kubernetes/parts.ts'
import { type Selector, selectorOf } from './kubernetes/selector.ts'

/** How the addresses of some pools are made known. */
export interface Advertisement extends Meta {
  readonly namespace: string
  readonly mode: 'L2' | 'BGP'
  /** Names of pools. */
  readonly pools: readonly string[]
  /** Pools by their labels. Without names and selectors, every pool is meant. */
  readonly selects: readonly Selector[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    metallbAdvertisements: Census<Advertisement>
  }
}

/** @source GET /apis/metallb.io/v1beta1/{l2,bgp}advertisements */
export const metallbAdvertisements = apiCollector('metallbAdvertisements', {
  api: 'kubernetes',
  read: async (get): Promise<Census<Advertisement>> => {
    const of = async (mode: Advertisement['mode']) => {
      const path = `/apis/metallb.io/v1beta1/${mode.toLowerCase()}advertisements`
      return mapped(await wholeList(get, path, { kind: `${mode}AdvertisementList` }), (item) => {
        const meta = placedMetaOf(item, 'an advertisement')
        const spec = object(item.spec ?? {}, `spec of ${meta.name}`)
        return {
          ...meta,
          mode,
          pools: words(spec.ipAddressPools, `pools of ${meta.name}`),
          selects: rows(spec.ipAddressPoolSelectors, `pools of ${meta.name}`).map((one) =>
            selectorOf(one, `selector of ${meta.name}`),
          ),
        }
      })
    }
    return together(await of('L2'), await of('BGP'))
  },
})
