import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { object, text } from '../model/parse.ts'
import { longhornList } from './kubernetes/longhorn.ts'
import { given, isOn, maybe, part, type Shape } from './kubernetes/parts.ts'

/** A snapshot of a volume, inside of Longhorn. */
export interface LonghornSnapshot {
  readonly name: string
  readonly volume: string
  readonly isReady: boolean
  /** Whether a person or a job wanted it: rebuilding a replica makes snapshots as well. */
  readonly isWanted: boolean
  /** Absent before it was taken. */
  readonly at?: string
  readonly error?: string
}

declare module '../model/facts.ts' {
  interface LabFacts {
    longhornSnapshots: Census<LonghornSnapshot>
  }
}

/** @source GET snapshots of longhorn.io/v1beta2 */
export const longhornSnapshots = apiCollector('longhornSnapshots', {
  api: 'kubernetes',
  read: (get) => longhornList(get, 'snapshots', 'Snapshot', snapshotOf),
})

function snapshotOf(item: Shape): LonghornSnapshot {
  const name = text(object(item.metadata, 'metadata of a snapshot').name, 'name of a snapshot')
  const what = `snapshot ${name}`
  const status = part(item.status, `status of ${what}`)
  return {
    name,
    volume: text(object(item.spec, `spec of ${what}`).volume, `volume of ${what}`),
    isReady: isOn(status.readyToUse, `readyToUse of ${what}`),
    isWanted: isOn(status.userCreated, `userCreated of ${what}`),
    ...maybe('at', given(status.creationTime, `creationTime of ${what}`, text) || undefined),
    ...maybe('error', given(status.error, `error of ${what}`, text) || undefined),
  }
}
