import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { object, text } from '../model/parse.ts'
import { mapped, wholeList } from './kubernetes/list.ts'
import { type Condition, conditionsOf, type Meta, metaOf } from './kubernetes/metadata.ts'
import { isOn, rows, type Shape, words } from './kubernetes/parts.ts'
import { quantity } from './kubernetes/quantity.ts'

/** A machine of the cluster, as its kubelet tells of it. */
export interface KubeNode extends Meta {
  readonly isControlPlane: boolean
  /** Cordoned: nothing new is put on it. */
  readonly isUnschedulable: boolean
  readonly taints: readonly { readonly key: string; readonly effect: string }[]
  readonly conditions: readonly Condition[]
  readonly addresses: readonly { readonly type: string; readonly address: string }[]
  readonly podNetworks: readonly string[]
  readonly capacity: Room
  readonly allocatable: Room
  /** Of its firmware, which is that of its VM. */
  readonly machineUuid: string
  readonly osImage: string
  readonly kubeletVersion: string
  /** E.g. `containerd://2.1.4`. */
  readonly containerRuntime: string
}

/** What there is room for on a node. */
export interface Room {
  readonly cores: number
  readonly memoryBytes: number
  readonly pods: number
}

declare module '../model/facts.ts' {
  interface LabFacts {
    kubeNodes: Census<KubeNode>
  }
}

/** @source GET /api/v1/nodes */
export const kubeNodes = apiCollector('kubeNodes', {
  api: 'kubernetes',
  read: async (get): Promise<Census<KubeNode>> =>
    mapped(await wholeList(get, '/api/v1/nodes', { kind: 'NodeList' }), nodeOf),
})

const CONTROL_PLANE = 'node-role.kubernetes.io/control-plane'

function nodeOf(item: Shape): KubeNode {
  const meta = metaOf(item, 'a node')
  const what = (part: string) => `${part} of node ${meta.name}`
  const spec = object(item.spec, what('spec'))
  const status = object(item.status, what('status'))
  const info = object(status.nodeInfo, what('nodeInfo'))
  return {
    ...meta,
    isControlPlane: CONTROL_PLANE in meta.labels,
    isUnschedulable: isOn(spec.unschedulable, what('unschedulable')),
    taints: rows(spec.taints, what('taints')).map((taint) => ({
      key: text(taint.key, what('key of a taint')),
      effect: text(taint.effect, what('effect of a taint')),
    })),
    conditions: conditionsOf(status.conditions, `node ${meta.name}`),
    addresses: rows(status.addresses, what('addresses')).map((row) => ({
      type: text(row.type, what('type of an address')),
      address: text(row.address, what('address')),
    })),
    podNetworks: words(spec.podCIDRs, what('podCIDRs')),
    capacity: roomOf(status.capacity, what('capacity')),
    allocatable: roomOf(status.allocatable, what('allocatable')),
    machineUuid: text(info.systemUUID, what('systemUUID')).toLowerCase(),
    osImage: text(info.osImage, what('osImage')),
    kubeletVersion: text(info.kubeletVersion, what('kubeletVersion')),
    containerRuntime: text(info.containerRuntimeVersion, what('containerRuntimeVersion')),
  }
}

function roomOf(value: unknown, what: string): Room {
  const { cpu, memory, pods } = object(value, what)
  return {
    cores: quantity(cpu, `cpu of ${what}`),
    memoryBytes: quantity(memory, `memory of ${what}`),
    pods: quantity(pods, `pods of ${what}`),
  }
}
