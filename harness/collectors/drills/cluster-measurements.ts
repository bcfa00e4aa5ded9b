import type { ClusterMeasurements } from '../../model/cluster-drill.ts'
import type { Shape } from './shape.ts'

/** Reads one member. */
type Read<T> = (of: Shape, name: string) => T
/** How each member of a measurement is read; one that may be absent is wrapped in {@link maybe}. */
type Form<T> = { readonly [Name in keyof T]-?: Read<T[Name]> }

const amount: Read<number> = (of, name) => of.amount(name)
const text: Read<string> = (of, name) => of.text(name)
const flag: Read<boolean> = (of, name) => of.flag(name)
const moment: Read<string> = (of, name) => of.moment(name)
const words: Read<readonly string[]> = (of, name) => of.words(name)
const oneOf =
  <const T extends string>(...known: readonly T[]): Read<T> =>
  (of, name) =>
    of.one(name, known)
const maybe =
  <T>(read: Read<T>): Read<T | undefined> =>
  (of, name) =>
    of.has(name) ? read(of, name) : undefined
const part =
  <T>(form: Form<T>): Read<T> =>
  (of, name) =>
    built(of.part(name), form)
const parts =
  <T>(form: Form<T>): Read<readonly T[]> =>
  (of, name) =>
    of.parts(name).map((one) => built(one, form))

const built = <T>(of: Shape, form: Form<T>): T =>
  Object.fromEntries(
    Object.entries<Read<unknown>>(form)
      .map(([name, read]) => [name, read(of, name)])
      .filter(([, value]) => value !== undefined),
  ) as T

type Measured<Name extends keyof ClusterMeasurements> = NonNullable<ClusterMeasurements[Name]>
type Each<Name extends keyof ClusterMeasurements> =
  Measured<Name> extends readonly (infer One)[] ? One : never

const client: Form<Measured<'client'>> = {
  requests: amount,
  failed: amount,
  longestGapSeconds: amount,
}
const pod: Form<Measured<'pod'>> = {
  replicas: amount,
  wasServing: flag,
  uidBefore: text,
  uidAfter: text,
  readySeconds: amount,
}
const node: Form<Measured<'node'>> = {
  bootIdBefore: text,
  bootIdAfter: text,
  readySeconds: amount,
  attachedSeconds: amount,
  servingSeconds: amount,
  faultedVolumes: amount,
  stuckPods: amount,
  manualActions: amount,
}
const controlPlane: Form<Measured<'controlPlane'>> = {
  isIsolated: flag,
  snapshotAt: moment,
  markerAt: maybe(moment),
  objectsBefore: amount,
  objectsAfter: amount,
  apiReadySeconds: amount,
  workers: amount,
  workersJoined: amount,
}
const etcd: Form<Measured<'etcd'>> = {
  snapshotDigest: text,
  snapshotAt: moment,
  restoreStatus: amount,
  keys: amount,
  revision: amount,
}
const upgrade: Form<Measured<'upgrade'>> = {
  versionBefore: text,
  versionTried: text,
  versionAfter: text,
  boots: amount,
  readySeconds: amount,
  manualActions: amount,
}
const revision: Form<Each<'revisions'>> = {
  what: oneOf('change', 'revert'),
  pushedAt: moment,
  syncedAt: maybe(moment),
  trigger: oneOf('webhook', 'interval', 'person'),
}
const heal: Form<Measured<'heal'>> = {
  goneSeconds: maybe(amount),
  healedBy: maybe(text),
  isChangeAudited: flag,
}
const drift: Form<Measured<'drift'>> = {
  changed: text,
  reported: words,
  reportedSeconds: amount,
  isCleanAfter: flag,
}
const rebuild: Form<Measured<'rebuild'>> = {
  diskBefore: text,
  diskAfter: text,
  uptimeSeconds: amount,
  isReachable: flag,
  isCleanAfter: flag,
}
const guest: Form<Each<'guests'>> = {
  guest: text,
  productionVmid: amount,
  restoredVmid: amount,
  isIsolated: flag,
  wasVerified: flag,
  snapshotAt: moment,
  markerAt: maybe(moment),
  bootSeconds: amount,
}
const volume: Form<Measured<'volume'>> = {
  writtenDigest: text,
  readDigest: text,
  isReadElsewhere: flag,
  wasComplete: flag,
  seconds: amount,
}
const unseal: Form<Measured<'unseal'>> = {
  unsealedSeconds: maybe(amount),
  manualSeconds: amount,
  freshPodHasSecret: flag,
  dependsOnItself: flag,
}
const drain: Form<Measured<'drain'>> = {
  evictions: amount,
  refused: amount,
  deletions: amount,
  violatedBudgets: amount,
  drainSeconds: amount,
  isAllBack: flag,
}

const claim: Form<Measured<'claim'>> = {
  storageClass: text,
  boundSeconds: amount,
  writtenSeconds: maybe(amount),
  isGone: flag,
}
const replica: Form<Measured<'replica'>> = { replicas: amount, healthySeconds: maybe(amount) }
const traffic: Form<Measured<'traffic'>> = {
  isDropped: flag,
  controlPassed: flag,
  traceSeconds: maybe(amount),
}

/** Every kind there is; the type makes sure that none is forgotten. */
const CLUSTER: Form<ClusterMeasurements> = {
  client: maybe(part(client)),
  pod: maybe(part(pod)),
  node: maybe(part(node)),
  controlPlane: maybe(part(controlPlane)),
  etcd: maybe(part(etcd)),
  upgrade: maybe(part(upgrade)),
  revisions: maybe(parts(revision)),
  heal: maybe(part(heal)),
  drift: maybe(part(drift)),
  rebuild: maybe(part(rebuild)),
  guests: maybe(parts(guest)),
  volume: maybe(part(volume)),
  claim: maybe(part(claim)),
  admission: maybe(part({ unsignedDenied: flag, strangeDenied: flag, signedAdmitted: flag })),
  replica: maybe(part(replica)),
  unseal: maybe(part(unseal)),
  entry: maybe(part({ lost: oneOf('controller', 'speaker'), speakers: amount })),
  drain: maybe(part(drain)),
  traffic: maybe(part(traffic)),
  audit: maybe(part({ entryAt: moment, removedAt: moment, isKept: flag, isSameDisk: flag })),
  site: maybe(
    part({ hostUptimeSeconds: amount, judged: amount, passed: amount, manualSteps: words }),
  ),
}

/** What a drill of a cluster measured. */
export const clusterMeasurementsOf = (of: Shape): ClusterMeasurements => built(of, CLUSTER)

/** Seconds that a drill took at least. */
export const clusterSecondsOf = (measured: ClusterMeasurements): number =>
  Math.max(
    0,
    ...[
      measured.pod?.readySeconds,
      measured.node?.servingSeconds,
      measured.controlPlane?.apiReadySeconds,
      measured.upgrade?.readySeconds,
      measured.heal?.goneSeconds,
      measured.volume?.seconds,
      measured.replica?.healthySeconds,
      measured.unseal?.unsealedSeconds,
      measured.drain?.drainSeconds,
      measured.traffic?.traceSeconds,
      ...(measured.guests ?? []).map(({ bootSeconds }) => bootSeconds),
    ].filter((seconds) => seconds !== undefined),
  )
