import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { number, object, text } from '../model/parse.ts'
import { mapped, wholeList } from './kubernetes/list.ts'
import { annotationsOf, type Meta, metaOf } from './kubernetes/metadata.ts'
import { given, part, rows, words } from './kubernetes/parts.ts'

/** A node, as its Cilium agent made itself known to the others. */
export interface CiliumNode extends Meta {
  readonly addresses: readonly string[]
  readonly podNetworks: readonly string[]
  /** Whether its agent made a key known with which others can encrypt what they send it. */
  readonly hasKey: boolean
}

declare module '../model/facts.ts' {
  interface LabFacts {
    ciliumNodes: Census<CiliumNode>
  }
}

const KEY = 'network.cilium.io/wg-pub-key'

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
          hasKey:
            Object.keys(annotationsOf(item, meta.name, [KEY])).length > 0 ||
            (given(part(spec.encryption, meta.name).key, `key of ${meta.name}`, number) ?? 0) > 0,
        }
      },
    ),
})
