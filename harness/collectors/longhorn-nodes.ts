import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { number, object, text } from '../model/parse.ts'
import { longhornList } from './kubernetes/longhorn.ts'
import { type Condition, conditionsOf } from './kubernetes/metadata.ts'
import { isOn, part, type Shape } from './kubernetes/parts.ts'

/** A node that stores volumes. */
export interface LonghornNode {
  readonly name: string
  readonly allowsScheduling: boolean
  readonly conditions: readonly Condition[]
  readonly disks: readonly LonghornDisk[]
}

export interface LonghornDisk {
  readonly name: string
  /** Empty until Longhorn has looked at it. */
  readonly id: string
  readonly path: string
  readonly allowsScheduling: boolean
  readonly availableBytes: number
  readonly maximumBytes: number
  readonly scheduledBytes: number
  readonly conditions: readonly Condition[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    longhornNodes: Census<LonghornNode>
  }
}

/** @source GET nodes of longhorn.io/v1beta2 */
export const longhornNodes = apiCollector('longhornNodes', {
  api: 'kubernetes',
  read: (get) => longhornList(get, 'nodes', 'Node', nodeOf),
})

function nodeOf(item: Shape): LonghornNode {
  const name = text(object(item.metadata, 'metadata of a node').name, 'name of a node')
  const spec = object(item.spec, `spec of node ${name}`)
  const status = part(item.status, `status of node ${name}`)
  const seen = part(status.diskStatus, `diskStatus of node ${name}`)
  return {
    name,
    allowsScheduling: isOn(spec.allowScheduling, `allowScheduling of node ${name}`),
    conditions: conditionsOf(status.conditions, `node ${name}`),
    disks: Object.entries(part(spec.disks, `disks of node ${name}`)).map(([disk, declared]) =>
      diskOf(disk, object(declared, `disk ${disk}`), part(seen[disk], `status of disk ${disk}`)),
    ),
  }
}

function diskOf(name: string, declared: Shape, status: Shape): LonghornDisk {
  const size = (value: unknown) => (value === undefined ? 0 : number(value, `size of disk ${name}`))
  return {
    name,
    id: status.diskUUID === undefined ? '' : text(status.diskUUID, `diskUUID of ${name}`),
    path: text(declared.path, `path of disk ${name}`),
    allowsScheduling: isOn(declared.allowScheduling, `allowScheduling of disk ${name}`),
    availableBytes: size(status.storageAvailable),
    maximumBytes: size(status.storageMaximum),
    scheduledBytes: size(status.storageScheduled),
    conditions: conditionsOf(status.conditions, `disk ${name}`),
  }
}
