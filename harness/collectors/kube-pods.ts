import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { number, object, text } from '../model/parse.ts'
import { mapped, wholeList } from './kubernetes/list.ts'
import {
  annotationsOf,
  type Condition,
  conditionsOf,
  type Meta,
  placedMetaOf,
} from './kubernetes/metadata.ts'
import { given, isOn, maybe, part, rows, type Shape } from './kubernetes/parts.ts'
import { type PodSpec, podSpecOf } from './kubernetes/pod-spec.ts'

/** A pod, as its kubelet tells of it. */
export interface KubePod extends Meta, PodSpec {
  readonly namespace: string
  /** Annotations of the mirror of a static pod, and of the secret injector. */
  readonly annotations: Readonly<Record<string, string>>
  /** Absent while it is on no node. */
  readonly node?: string
  /** `Pending`, `Running`, `Succeeded`, `Failed`, `Unknown`. */
  readonly phase: string
  readonly isTerminating: boolean
  readonly ip?: string
  readonly startedAt?: string
  readonly qosClass: string
  readonly conditions: readonly Condition[]
  readonly statuses: readonly ContainerStatus[]
}

export interface ContainerStatus {
  readonly name: string
  readonly isReady: boolean
  readonly restarts: number
  /** Digest that really runs, e.g. `ghcr.io/a/b@sha256:…`; empty before it was pulled. */
  readonly imageId: string
  /** `running`, `waiting`, `terminated`. */
  readonly state: string
  /** Of the state, e.g. `CrashLoopBackOff`, `Completed`. */
  readonly reason?: string
  readonly startedAt?: string
  /** When it ended the time before, and why. */
  readonly lastEndedAt?: string
  readonly lastReason?: string
}

declare module '../model/facts.ts' {
  interface LabFacts {
    kubePods: Census<KubePod>
  }
}

const KEPT = ['kubernetes.io/config.', 'vault.hashicorp.com/']

/** @source GET /api/v1/pods */
export const kubePods = apiCollector('kubePods', {
  api: 'kubernetes',
  read: async (get): Promise<Census<KubePod>> =>
    mapped(
      await wholeList(get, '/api/v1/pods', {
        kind: 'PodList',
        canary: { says: 'pod of kube-apiserver', is: isApiServer },
      }),
      podOf,
    ),
})

const isApiServer = (item: Shape): boolean => {
  const { namespace, labels } = object(item.metadata, 'metadata')
  return namespace === 'kube-system' && part(labels, 'labels')['k8s-app'] === 'kube-apiserver'
}

function podOf(item: Shape): KubePod {
  const meta = placedMetaOf(item, 'a pod')
  const what = `pod ${meta.namespace}/${meta.name}`
  const spec = object(item.spec, `spec of ${what}`)
  const status = object(item.status, `status of ${what}`)
  return {
    ...meta,
    ...podSpecOf(spec, what),
    annotations: annotationsOf(item, what, KEPT),
    ...maybe('node', given(spec.nodeName, `nodeName of ${what}`, text)),
    phase: text(status.phase, `phase of ${what}`),
    isTerminating: object(item.metadata, what).deletionTimestamp !== undefined,
    ...maybe('ip', given(status.podIP, `podIP of ${what}`, text)),
    ...maybe('startedAt', given(status.startTime, `startTime of ${what}`, text)),
    qosClass: given(status.qosClass, `qosClass of ${what}`, text) ?? '',
    conditions: conditionsOf(status.conditions, what),
    statuses: [
      ...rows(status.initContainerStatuses, `statuses of ${what}`),
      ...rows(status.containerStatuses, `statuses of ${what}`),
    ].map((row) => statusOf(row, what)),
  }
}

function statusOf(row: Shape, pod: string): ContainerStatus {
  const name = text(row.name, `name of a status of ${pod}`)
  const what = `${name} of ${pod}`
  const [state = 'waiting'] = Object.keys(part(row.state, `state of ${what}`))
  const now = part(part(row.state, what)[state], `state of ${what}`)
  const last = part(part(row.lastState, what).terminated, `last state of ${what}`)
  return {
    name,
    isReady: isOn(row.ready, `ready of ${what}`),
    restarts: number(row.restartCount, `restartCount of ${what}`),
    imageId: given(row.imageID, `imageID of ${what}`, text) ?? '',
    state,
    ...maybe('reason', given(now.reason, `reason of ${what}`, text)),
    ...maybe('startedAt', given(now.startedAt, `startedAt of ${what}`, text)),
    ...maybe('lastEndedAt', given(last.finishedAt, `finishedAt of ${what}`, text)),
    ...maybe('lastReason', given(last.reason, `last reason of ${what}`, text)),
  }
}
