import { ingressOf } from '../../collectors/kube-ingresses.ts'
import { serviceOf } from '../../collectors/kube-services.ts'
import { policyOf } from '../../collectors/network-policies.ts'
import type { Census } from '../../model/census.ts'
import type { LabFacts } from '../../model/facts.ts'
import { Unseen } from '../../model/unseen.ts'
import { change } from '../change.ts'
import { type Manifest, manifestsOf } from '../kubernetes/manifest.ts'
import { podsAfter, workloadAfter } from '../kubernetes/workload.ts'
import type { ChangeFile, Prediction } from '../prediction.ts'

const WORKLOADS = ['Deployment', 'StatefulSet', 'DaemonSet']

/** Kinds whose objects are facts by themselves. */
const LISTED = {
  Service: { fact: 'kubeServices', of: serviceOf },
  Ingress: { fact: 'kubeIngresses', of: ingressOf },
  NetworkPolicy: { fact: 'networkPolicies', of: policyOf },
} as const

/** Kinds that facts are made of in ways that no manifest shows: what they would be is not known. */
const HIDING: Readonly<Record<string, readonly (keyof LabFacts)[]>> = {
  Namespace: ['kubeNamespaces'],
  PersistentVolumeClaim: ['kubeClaims'],
  PersistentVolume: ['kubeVolumes'],
  StorageClass: ['storageClasses'],
  ResourceQuota: ['kubeQuotas'],
  HorizontalPodAutoscaler: ['kubeAutoscalers'],
  ServiceAccount: ['serviceAccounts'],
  Role: ['kubeRoles'],
  ClusterRole: ['kubeRoles'],
  RoleBinding: ['roleBindings'],
  ClusterRoleBinding: ['roleBindings'],
  IngressClass: ['ingressClasses'],
  Application: ['argocdApplications'],
  AppProject: ['argocdRights'],
  IPAddressPool: ['metallbPools'],
  L2Advertisement: ['metallbAdvertisements'],
  BGPAdvertisement: ['metallbAdvertisements'],
  CiliumNetworkPolicy: ['ciliumPolicies'],
  CiliumClusterwideNetworkPolicy: ['ciliumPolicies'],
  ConfigMap: ['ciliumConfig', 'argocdConfig', 'ingressConfig'],
  MutatingWebhookConfiguration: ['kubeWebhooks'],
  ValidatingWebhookConfiguration: ['kubeWebhooks'],
}

/**
 * Manifests of Kubernetes: a file, or a folder of them. Nothing that is there and not named is taken away.
 *
 * @source https://kubernetes.io/docs/reference/kubernetes-api/
 */
export const manifests = change({
  option: '--manifests <path>',
  describe: 'manifests of Kubernetes: a file or a folder, as `kustomize build` renders them',
  apply: (file, prediction) => {
    for (const manifest of manifestsOf(file, prediction.takenAt))
      applyOne(manifest, file, prediction)
  },
})

function applyOne(manifest: Manifest, file: ChangeFile, prediction: Prediction): void {
  const { kind, name, namespace } = manifest
  const from = { file, ask: `${kind} ${namespace}/${name}` }
  if (WORKLOADS.includes(kind)) applyWorkload(manifest, from, prediction)
  else if (isListed(kind)) applyListed(kind, manifest, from, prediction)
  else if (kind in HIDING) hide(HIDING[kind] ?? [], from, prediction)
  else prediction.ignored.add(from.ask)
}

interface From {
  readonly file: ChangeFile
  readonly ask: string
}

function applyListed(
  kind: keyof typeof LISTED,
  { item }: Manifest,
  from: From,
  prediction: Prediction,
): void {
  const { fact, of } = LISTED[kind]
  const add = (census: Census<{ name: string; namespace?: string }>) => withOne(census, of(item))
  prediction.revise(fact, 'lab', from, add as never)
}

function hide(facts: readonly (keyof LabFacts)[], from: From, prediction: Prediction): void {
  for (const fact of facts)
    prediction.revise(fact, 'lab', from, () => {
      throw new Unseen('not asked', `what ${from.ask} makes of it shows once it is applied`)
    })
}

/** Facts that are made of each pod that runs, and of who put it there. */
const OF_WHAT_RUNS = ['ciliumEndpoints', 'kubeEndpoints', 'argocdApplications'] as const

const isListed = (kind: string): kind is keyof typeof LISTED => kind in LISTED

function applyWorkload(manifest: Manifest, from: From, prediction: Prediction): void {
  const now = prediction
    .value('kubeWorkloads', 'lab')
    ?.items.find((one) => one.name === manifest.name && one.namespace === manifest.namespace)
  prediction.revise('kubeWorkloads', 'lab', from, (census) =>
    withOne(census, workloadAfter(manifest, now)),
  )
  prediction.revise('kubePods', 'lab', from, (census) => ({
    ...census,
    items: podsAfter(workloadAfter(manifest, now), census.items, prediction),
  }))
  if (!now) hide(OF_WHAT_RUNS, from, prediction)
  prediction.assumed.add(`what ${from.file.path} starts comes up, and is ready`)
}

const withOne = <T extends { readonly name: string; readonly namespace?: string }>(
  census: Census<T>,
  one: T,
): Census<T> => ({
  ...census,
  items: [
    ...census.items.filter((it) => it.name !== one.name || it.namespace !== one.namespace),
    one,
  ],
})
