import type { KubePod } from '../../collectors/kube-pods.ts'
import { type KubeWorkload, workloadOf } from '../../collectors/kube-workloads.ts'
import type { Prediction } from '../prediction.ts'
import type { Manifest } from './manifest.ts'

/** What runs pods, as it would be once its controller is done with it. Who manages it does not change by itself. */
export function workloadAfter({ item, kind }: Manifest, now?: KubeWorkload): KubeWorkload {
  const replicas = (item.spec as { replicas?: number } | undefined)?.replicas ?? 1
  const counts = {
    ...{ readyReplicas: replicas, availableReplicas: replicas, updatedReplicas: replicas },
    ...{ desiredNumberScheduled: 1, numberReady: 1, numberAvailable: 1, updatedNumberScheduled: 1 },
  }
  const observedGeneration = (item.metadata as { generation?: number }).generation ?? 1
  const after = workloadOf(
    { ...item, status: { observedGeneration, ...counts } },
    kind as KubeWorkload['kind'],
  )
  if (!now) return after
  const { conditions, createdAt, trackingId } = now
  return { ...after, conditions, createdAt, ...(trackingId ? { trackingId } : {}) }
}

/** Its pods: those that are there with the new template, or one, where there is none yet. */
export function podsAfter(
  workload: KubeWorkload,
  pods: readonly KubePod[],
  { takenAt }: Prediction,
): readonly KubePod[] {
  const mine = pods.filter((pod) => isOf(pod, workload))
  const made =
    mine.length > 0 ? mine.map((pod) => renewed(pod, workload)) : [first(workload, takenAt)]
  return [...pods.filter((pod) => !mine.includes(pod)), ...made]
}

const isOf = (pod: KubePod, { namespace, selector }: KubeWorkload): boolean =>
  pod.namespace === namespace &&
  Object.entries(selector.labels).length > 0 &&
  Object.entries(selector.labels).every(([name, value]) => pod.labels[name] === value)

/** The digest of an image is known once it was pulled. */
const renewed = (pod: KubePod, { pod: template, podLabels }: KubeWorkload): KubePod => ({
  ...pod,
  ...template,
  labels: { ...pod.labels, ...podLabels },
  statuses: template.containers.map(({ name, image }) => {
    const now = pod.statuses.find((status) => status.name === name)
    const isSame = pod.containers.some((one) => one.name === name && one.image === image)
    return now && isSame ? now : started(name)
  }),
})

const first = (workload: KubeWorkload, takenAt: string): KubePod => ({
  ...workload.pod,
  name: `${workload.name}-planned`,
  namespace: workload.namespace,
  labels: workload.podLabels,
  createdAt: takenAt,
  owner: `${workload.kind}/${workload.name}`,
  annotations: workload.podAnnotations,
  phase: 'Running',
  isTerminating: false,
  startedAt: takenAt,
  qosClass: '',
  conditions: [{ type: 'Ready', status: 'True' }],
  statuses: workload.pod.containers.map(({ name }) => started(name)),
})

const started = (name: string) => ({
  name,
  isReady: true,
  restarts: 0,
  imageId: '',
  state: 'running',
})
