import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { object, text } from '../model/parse.ts'
import { mapped, wholeList } from './kubernetes/list.ts'
import { type Meta, metaOf } from './kubernetes/metadata.ts'
import { part, rows, words } from './kubernetes/parts.ts'

/** A node, as its Cilium agent made itself known to the others. */
export interface CiliumNode extends Meta {
  readonly addresses: readonly string[]
  readonly podNetworks: readonly string[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    ciliumNodes: Census<CiliumNode>
  }
}

/** @source GET /apis/cilium.io/v2/ciliumnodes */
export const ciliumNodes = apiCollector('ciliumNodes', {
  api: 'kubernetes',
  read: async (get): Promise<Census<CiliumNode>> =>
    mapped(
      await wholeList(get, '/apis/cilium.io/v2/ciliumnodes', { kind: 'CiliumNodeList' }),
      (item) => {
        const meta = metaOf(item, 'a Cilium node')
        const spec = object(item.spec, `spec of ${meta.name}`)
        return {
          ...meta,
          addresses: rows(spec.addresses, meta.name).map(({ ip }) => text(ip, meta.name)),
          podNetworks: words(part(spec.ipam, meta.name).podCIDRs, meta.name),
        }
      },
    ),
})
