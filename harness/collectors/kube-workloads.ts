import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { number, object, text } from '../model/parse.ts'
import { mapped, together, wholeList } from './kubernetes/list.ts'
import {
  annotationsOf,
  type Condition,
  conditionsOf,
  type Meta,
  placedMetaOf,
} from './kubernetes/metadata.ts'
import { given, maybe, part, rows, type Shape, textsByName } from './kubernetes/parts.ts'
import { type PodSpec, podSpecOf } from './kubernetes/pod-spec.ts'
import { type Selector, selectorOf } from './kubernetes/selector.ts'

/** Something that keeps pods running, with what its controller says of them. */
export interface KubeWorkload extends Meta {
  readonly namespace: string
  readonly kind: 'Deployment' | 'StatefulSet' | 'DaemonSet'
  /** What ArgoCD calls it, in its own annotation. */
  readonly trackingId?: string
  readonly selector: Selector
  /** Pods that are meant to run. */
  readonly desired: number
  readonly ready: number
  readonly available: number
  /** Pods of the newest template. */
  readonly updated: number
  /** Whether the controller has seen the newest declaration: before that, its numbers are of an older one. */
  readonly isObserved: boolean
  /** `RollingUpdate`, `Recreate`, `OnDelete`. */
  readonly strategy: string
  /** Old revisions kept; Kubernetes keeps ten by default. */
  readonly historyLimit: number
  readonly conditions: readonly Condition[]
  readonly podLabels: Readonly<Record<string, string>>
  readonly podAnnotations: Readonly<Record<string, string>>
  readonly pod: PodSpec
  /** StatefulSets only: names of the claims that each pod gets. */
  readonly claims: readonly string[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Deployments, StatefulSets and DaemonSets. */
    kubeWorkloads: Census<KubeWorkload>
  }
}

const lists = [
  { path: 'deployments', kind: 'Deployment' },
  { path: 'statefulsets', kind: 'StatefulSet' },
  { path: 'daemonsets', kind: 'DaemonSet' },
] as const

/** @source GET /apis/apps/v1/{deployments,statefulsets,daemonsets} */
export const kubeWorkloads = apiCollector('kubeWorkloads', {
  api: 'kubernetes',
  read: async (get): Promise<Census<KubeWorkload>> => {
    const parts: Census<KubeWorkload>[] = []
    for (const { kind, path } of lists)
      parts.push(
        mapped(await wholeList(get, `/apis/apps/v1/${path}`, { kind: `${kind}List` }), (item) =>
          workloadOf(item, kind),
        ),
      )
    return together(...parts)
  },
})

const TRACKING = 'argocd.argoproj.io/tracking-id'

/** One of them, as the API lists it or a manifest has it. */
export function workloadOf(item: Shape, kind: KubeWorkload['kind']): KubeWorkload {
  const meta = placedMetaOf(item, `a ${kind}`)
  const what = `${kind} ${meta.namespace}/${meta.name}`
  const spec = object(item.spec, `spec of ${what}`)
  const template = object(spec.template, `template of ${what}`)
  const pod = object(template.metadata ?? {}, `template of ${what}`)
  return {
    ...meta,
    kind,
    ...maybe('trackingId', annotationsOf(item, what, [TRACKING])[TRACKING]),
    selector: selectorOf(spec.selector, `selector of ${what}`),
    ...countsOf(item, kind, what),
    strategy: strategyOf(kind === 'Deployment' ? spec.strategy : spec.updateStrategy, what),
    historyLimit: given(spec.revisionHistoryLimit, `revisionHistoryLimit of ${what}`, number) ?? 10,
    conditions: conditionsOf(part(item.status, what).conditions, what),
    podLabels: textsByName(pod.labels, `labels of ${what}`),
    podAnnotations: annotationsOf({ metadata: pod }, what, ['vault.hashicorp.com/']),
    pod: podSpecOf(object(template.spec, `template of ${what}`), what),
    claims: rows(spec.volumeClaimTemplates, `claims of ${what}`).map((claim) =>
      text(object(claim.metadata, `a claim of ${what}`).name, `a claim of ${what}`),
    ),
  }
}

/** A count that is zero is left out of a status; a DaemonSet always names its own. */
function countsOf(item: Shape, kind: KubeWorkload['kind'], what: string) {
  const spec = object(item.spec, `spec of ${what}`)
  const status = part(item.status, `status of ${what}`)
  const count = (value: unknown) => given(value, `a count of ${what}`, number) ?? 0
  const observed = count(status.observedGeneration)
  const generation = number(object(item.metadata, what).generation, `generation of ${what}`)
  const isObserved = observed >= generation
  if (kind === 'DaemonSet')
    return {
      desired: number(status.desiredNumberScheduled, `desiredNumberScheduled of ${what}`),
      ready: number(status.numberReady, `numberReady of ${what}`),
      available: count(status.numberAvailable),
      updated: count(status.updatedNumberScheduled),
      isObserved,
    }
  return {
    desired: given(spec.replicas, `replicas of ${what}`, number) ?? 1,
    ready: count(status.readyReplicas),
    available: count(status.availableReplicas),
    updated: count(status.updatedReplicas),
    isObserved,
  }
}

const strategyOf = (value: unknown, what: string): string =>
  given(part(value, `strategy of ${what}`).type, `strategy of ${what}`, text) ?? 'RollingUpdate'
