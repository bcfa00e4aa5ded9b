import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { number, object, text } from '../model/parse.ts'
import { longhornList } from './kubernetes/longhorn.ts'
import { given, maybe, part, type Shape } from './kubernetes/parts.ts'

/** A backup of a volume at a backup target. */
export interface LonghornBackup {
  readonly name: string
  readonly volume: string
  /** `Completed`, `Error`, `InProgress` …; empty before it began. */
  readonly state: string
  /** Absent before it was begun. */
  readonly at?: string
  /** `incremental`, or `full`. */
  readonly mode: string
  /** What was sent, and what it holds; absent until it is done. */
  readonly sentBytes?: number
  readonly bytes?: number
}

declare module '../model/facts.ts' {
  interface LabFacts {
    longhornBackups: Census<LonghornBackup>
  }
}

/** @source GET backups of longhorn.io/v1beta2 */
export const longhornBackups = apiCollector('longhornBackups', {
  api: 'kubernetes',
  read: (get) => longhornList(get, 'backups', 'Backup', backupOf),
})

function backupOf(item: Shape): LonghornBackup {
  const name = text(object(item.metadata, 'metadata of a backup').name, 'name of a backup')
  const what = `backup ${name}`
  const spec = part(item.spec, `spec of ${what}`)
  const status = part(item.status, `status of ${what}`)
  const say = (value: unknown, member: string) =>
    given(value, `${member} of ${what}`, text) || undefined
  const size = (value: unknown, member: string) =>
    value === '' ? undefined : given(value, `${member} of ${what}`, number)
  return {
    name,
    volume: say(status.volumeName, 'volumeName') ?? '',
    state: say(status.state, 'state') ?? '',
    ...maybe('at', say(status.backupCreatedAt, 'backupCreatedAt')),
    // Before release 1.8 there was no other mode, and none was named.
    mode: say(spec.backupMode, 'backupMode') ?? 'incremental',
    ...maybe('sentBytes', size(status.newlyUploadDataSize, 'newlyUploadDataSize')),
    ...maybe('bytes', size(status.size, 'size')),
  }
}
