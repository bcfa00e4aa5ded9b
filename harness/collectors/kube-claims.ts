import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { object, text } from '../model/parse.ts'
import { mapped, wholeList } from './kubernetes/list.ts'
import { type Meta, placedMetaOf } from './kubernetes/metadata.ts'
import { given, maybe, part, words } from './kubernetes/parts.ts'
import { quantity } from './kubernetes/quantity.ts'

/** A PersistentVolumeClaim. */
export interface KubeClaim extends Meta {
  readonly namespace: string
  /** Absent: the default class. */
  readonly storageClass?: string
  readonly accessModes: readonly string[]
  /** `Pending`, `Bound`, `Lost`. */
  readonly phase: string
  readonly volume?: string
  readonly requestedBytes: number
}

declare module '../model/facts.ts' {
  interface LabFacts {
    kubeClaims: Census<KubeClaim>
  }
}

/** @source GET /api/v1/persistentvolumeclaims */
export const kubeClaims = apiCollector('kubeClaims', {
  api: 'kubernetes',
  read: async (get): Promise<Census<KubeClaim>> =>
    mapped(
      await wholeList(get, '/api/v1/persistentvolumeclaims', { kind: 'PersistentVolumeClaimList' }),
      (item) => {
        const meta = placedMetaOf(item, 'a claim')
        const what = `claim ${meta.namespace}/${meta.name}`
        const spec = object(item.spec, `spec of ${what}`)
        const { requests } = object(spec.resources, `resources of ${what}`)
        return {
          ...meta,
          ...maybe('storageClass', given(spec.storageClassName, what, text)),
          accessModes: words(spec.accessModes, what),
          phase: text(part(item.status, what).phase, `phase of ${what}`),
          ...maybe('volume', given(spec.volumeName, what, text) || undefined),
          requestedBytes: quantity(object(requests, what).storage, `storage of ${what}`),
        }
      },
    ),
})
