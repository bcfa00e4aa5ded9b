import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { object, text } from '../model/parse.ts'
import { longhornList } from './kubernetes/longhorn.ts'
import { given, maybe, part, type Shape } from './kubernetes/parts.ts'

/** One copy of a volume. */
export interface LonghornReplica {
  readonly name: string
  readonly volume: string
  readonly node: string
  /** Identity of the disk, and the folder on its node. */
  readonly disk: string
  readonly diskPath: string
  /** `running`, `stopped`, `error` … */
  readonly state: string
  /** Present since it failed. */
  readonly failedAt?: string
}

declare module '../model/facts.ts' {
  interface LabFacts {
    longhornReplicas: Census<LonghornReplica>
  }
}

/** @source GET replicas of longhorn.io/v1beta2 */
export const longhornReplicas = apiCollector('longhornReplicas', {
  api: 'kubernetes',
  read: (get) => longhornList(get, 'replicas', 'Replica', replicaOf),
})

function replicaOf(item: Shape): LonghornReplica {
  const name = text(object(item.metadata, 'metadata of a replica').name, 'name of a replica')
  const spec = object(item.spec, `spec of replica ${name}`)
  const say = (value: unknown, member: string) =>
    given(value, `${member} of replica ${name}`, text) ?? ''
  return {
    name,
    volume: text(spec.volumeName, `volumeName of replica ${name}`),
    // Empty until it is scheduled.
    node: say(spec.nodeID, 'nodeID'),
    disk: say(spec.diskID, 'diskID'),
    diskPath: say(spec.diskPath, 'diskPath'),
    state: say(part(item.status, `status of replica ${name}`).currentState, 'currentState'),
    ...maybe('failedAt', say(spec.failedAt, 'failedAt') || undefined),
  }
}
