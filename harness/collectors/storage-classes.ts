import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { text } from '../model/parse.ts'
import { mapped, wholeList } from './kubernetes/list.ts'
import { annotationsOf, type Meta, metaOf } from './kubernetes/metadata.ts'
import { given, isOn, textsByName } from './kubernetes/parts.ts'

export interface StorageClass extends Meta {
  readonly provisioner: string
  readonly parameters: Readonly<Record<string, string>>
  /** `Delete`, `Retain`. */
  readonly reclaim: string
  readonly isDefault: boolean
  readonly allowsExpansion: boolean
}

declare module '../model/facts.ts' {
  interface LabFacts {
    storageClasses: Census<StorageClass>
  }
}

/** The second is older, and still obeyed. */
const DEFAULTS = [
  'storageclass.kubernetes.io/is-default-class',
  'storageclass.beta.kubernetes.io/is-default-class',
]

/** @source GET /apis/storage.k8s.io/v1/storageclasses */
export const storageClasses = apiCollector('storageClasses', {
  api: 'kubernetes',
  read: async (get): Promise<Census<StorageClass>> =>
    mapped(
      await wholeList(get, '/apis/storage.k8s.io/v1/storageclasses', { kind: 'StorageClassList' }),
      (item) => {
        const meta = metaOf(item, 'a storage class')
        const what = `storage class ${meta.name}`
        return {
          ...meta,
          provisioner: text(item.provisioner, `provisioner of ${what}`),
          parameters: textsByName(item.parameters, `parameters of ${what}`),
          reclaim: given(item.reclaimPolicy, `reclaimPolicy of ${what}`, text) ?? 'Delete',
          isDefault: Object.values(annotationsOf(item, what, DEFAULTS)).includes('true'),
          allowsExpansion: isOn(item.allowVolumeExpansion, `allowVolumeExpansion of ${what}`),
        }
      },
    ),
})
