import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { object, text } from '../model/parse.ts'
import { mapped, named, wholeList } from './kubernetes/list.ts'
import { type Meta, metaOf } from './kubernetes/metadata.ts'

export interface KubeNamespace extends Meta {
  readonly uid: string
  /** `Active`, or `Terminating`. */
  readonly phase: string
}

declare module '../model/facts.ts' {
  interface LabFacts {
    kubeNamespaces: Census<KubeNamespace>
  }
}

/** @source GET /api/v1/namespaces */
export const kubeNamespaces = apiCollector('kubeNamespaces', {
  api: 'kubernetes',
  read: async (get): Promise<Census<KubeNamespace>> =>
    mapped(
      await wholeList(get, '/api/v1/namespaces', {
        kind: 'NamespaceList',
        canary: named('namespace kube-system', 'kube-system'),
      }),
      (item) => {
        const meta = metaOf(item, 'a namespace')
        return {
          ...meta,
          uid: text(object(item.metadata, 'metadata').uid, `uid of ${meta.name}`),
          phase: text(object(item.status, `status of ${meta.name}`).phase, `phase of ${meta.name}`),
        }
      },
    ),
})
