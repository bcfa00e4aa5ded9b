import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { object, text } from '../model/parse.ts'
import { longhornList } from './kubernetes/longhorn.ts'
import { given, isOn, maybe, part, type Shape } from './kubernetes/parts.ts'

/** Where Longhorn writes backups. */
export interface LonghornBackupTarget {
  readonly name: string
  /** Address without any login; empty until somebody sets one. */
  readonly url: string
  readonly isAvailable: boolean
  readonly syncedAt?: string
  /** How often it is looked at, as Go writes spans, e.g. `5m0s`. */
  readonly poll: string
}

declare module '../model/facts.ts' {
  interface LabFacts {
    longhornBackupTargets: Census<LonghornBackupTarget>
  }
}

/** @source GET backuptargets of longhorn.io/v1beta2 */
export const longhornBackupTargets = apiCollector('longhornBackupTargets', {
  api: 'kubernetes',
  read: (get) => longhornList(get, 'backuptargets', 'BackupTarget', targetOf),
})

function targetOf(item: Shape): LonghornBackupTarget {
  const name = text(object(item.metadata, 'metadata of a target').name, 'name of a target')
  const what = `backup target ${name}`
  const spec = object(item.spec, `spec of ${what}`)
  const status = part(item.status, `status of ${what}`)
  return {
    name,
    url: (given(spec.backupTargetURL, `URL of ${what}`, text) ?? '').replace(
      /^([a-z0-9+.-]+:\/\/)[^/@]*:[^/@]*@/i,
      '$1***@',
    ),
    isAvailable: isOn(status.available, `available of ${what}`),
    ...maybe('syncedAt', given(status.lastSyncedAt, `lastSyncedAt of ${what}`, text) || undefined),
    poll: given(spec.pollInterval, `pollInterval of ${what}`, text) ?? '',
  }
}
