import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { object, text } from '../model/parse.ts'
import { mapped, wholeList } from './kubernetes/list.ts'
import { type Meta, metaOf } from './kubernetes/metadata.ts'
import { given, maybe, part } from './kubernetes/parts.ts'
import { quantity } from './kubernetes/quantity.ts'

/** A PersistentVolume. */
export interface KubeVolume extends Meta {
  readonly storageClass?: string
  /** `Available`, `Bound`, `Released`, `Failed`. */
  readonly phase: string
  /** `namespace/name` of the claim that has it. */
  readonly claim?: string
  /** `Delete`, `Retain`. */
  readonly reclaim: string
  readonly capacityBytes: number
  /** Driver and name at the driver, when it is a CSI volume. */
  readonly driver?: string
  readonly handle?: string
}

declare module '../model/facts.ts' {
  interface LabFacts {
    kubeVolumes: Census<KubeVolume>
  }
}

/** @source GET /api/v1/persistentvolumes */
export const kubeVolumes = apiCollector('kubeVolumes', {
  api: 'kubernetes',
  read: async (get): Promise<Census<KubeVolume>> =>
    mapped(
      await wholeList(get, '/api/v1/persistentvolumes', { kind: 'PersistentVolumeList' }),
      (item) => {
        const meta = metaOf(item, 'a volume')
        const what = `volume ${meta.name}`
        const spec = object(item.spec, `spec of ${what}`)
        const csi = part(spec.csi, `csi of ${what}`)
        const claim = part(spec.claimRef, `claim of ${what}`)
        return {
          ...meta,
          ...maybe('storageClass', given(spec.storageClassName, what, text)),
          phase: text(part(item.status, what).phase, `phase of ${what}`),
          ...maybe(
            'claim',
            spec.claimRef === undefined
              ? undefined
              : `${text(claim.namespace, what)}/${text(claim.name, what)}`,
          ),
          reclaim: text(spec.persistentVolumeReclaimPolicy, `reclaim policy of ${what}`),
          capacityBytes: quantity(object(spec.capacity, what).storage, `capacity of ${what}`),
          ...maybe('driver', given(csi.driver, what, text)),
          ...maybe('handle', given(csi.volumeHandle, what, text)),
        }
      },
    ),
})
