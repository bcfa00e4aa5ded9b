import type { ClaimTrial, GuestRestore, ReplicaLoss, VolumeRestore } from './storage-drill.ts'

/** What drills of a Kubernetes cluster and its machines measure; each member belongs to one kind of drill. */
export interface ClusterMeasurements {
  /** Of every drill during which somebody went on asking. */
  readonly client?: ClientView
  /** Of `pod-self-heal`. */
  readonly pod?: PodLoss
  /** Of `worker-node-recovery`. */
  readonly node?: NodeLoss
  /** Of `control-plane-restore`. */
  readonly controlPlane?: ControlPlaneRestore
  /** Of `etcd-snapshot-usable`. */
  readonly etcd?: EtcdRestore
  /** Of `talos-upgrade-rollback`. */
  readonly upgrade?: UpgradeRollback
  /** Of `gitops-revert`, in order. */
  readonly revisions?: readonly RevisionSync[]
  /** Of `drift-self-heal`. */
  readonly heal?: DriftHeal
  /** Of `tofu-drift-detected`. */
  readonly drift?: DriftReport
  /** Of `vm-rebuild-from-code`. */
  readonly rebuild?: Rebuild
  /** Of `pbs-vm-restore`: one per guest that was restored. */
  readonly guests?: readonly GuestRestore[]
  /** Of `longhorn-snapshot-revert` and `longhorn-backup-restore`. */
  readonly volume?: VolumeRestore
  /** Of `longhorn-provisioning`. */
  readonly claim?: ClaimTrial
  /** Of `unsigned-image`. */
  readonly admission?: AdmissionTrial
  /** Of `longhorn-replica-rebuild`. */
  readonly replica?: ReplicaLoss
  /** Of `vault-restart-unseal`. */
  readonly unseal?: Unseal
  /** Of `ingress-failover`. */
  readonly entry?: EntryLoss
  /** Of `node-drain-respects-pdb`. */
  readonly drain?: Drain
  /** Of `unauthorised-traffic-detected`. */
  readonly traffic?: TrafficTrace
  /** Of `audit-tamper-evident`. */
  readonly audit?: AuditCopy
  /** Of `full-site-cold-start`. */
  readonly site?: ColdStart
}

/** What a client met that asked all the time, each request once. */
export interface ClientView {
  readonly requests: number
  readonly failed: number
  /** Longest time without an answer. */
  readonly longestGapSeconds: number
}

export interface PodLoss {
  /** Replicas of the application before. */
  readonly replicas: number
  /** Whether the deleted pod was an endpoint of the service that was asked. */
  readonly wasServing: boolean
  readonly uidBefore: string
  /** Of the pod that took its place. */
  readonly uidAfter: string
  readonly readySeconds: number
}

export interface NodeLoss {
  readonly bootIdBefore: string
  readonly bootIdAfter: string
  readonly readySeconds: number
  /** Until every volume was attached again. */
  readonly attachedSeconds: number
  /** Until every application answered with 200. */
  readonly servingSeconds: number
  readonly faultedVolumes: number
  /** Pods that hung in `Terminating`. */
  readonly stuckPods: number
  readonly manualActions: number
}

export interface ControlPlaneRestore {
  /** Whether nothing of the clone could reach the live network. */
  readonly isIsolated: boolean
  readonly snapshotAt: string
  /** When the newest marker was written that the restored cluster has; absent when it has none. */
  readonly markerAt?: string
  readonly objectsBefore: number
  readonly objectsAfter: number
  readonly apiReadySeconds: number
  readonly workers: number
  readonly workersJoined: number
}

export interface EtcdRestore {
  /** SHA-256 of the snapshot file, hex. */
  readonly snapshotDigest: string
  readonly snapshotAt: string
  /** Exit status of the restore into an empty folder. */
  readonly restoreStatus: number
  readonly keys: number
  readonly revision: number
}

export interface UpgradeRollback {
  readonly versionBefore: string
  readonly versionTried: string
  readonly versionAfter: string
  /** Starts of the machine during the drill. */
  readonly boots: number
  readonly readySeconds: number
  readonly manualActions: number
}

export interface RevisionSync {
  readonly what: 'change' | 'revert'
  readonly pushedAt: string
  /** When the application was Synced and Healthy at that revision; absent when it never was. */
  readonly syncedAt?: string
  /** Who made it look: a webhook, its own interval, or a person. */
  readonly trigger: 'webhook' | 'interval' | 'person'
}

export interface DriftHeal {
  /** Until the change was gone; absent when it stayed. */
  readonly goneSeconds?: number
  /** Account that took it back, from the audit log; absent when the log has no such entry. */
  readonly healedBy?: string
  /** Whether the audit log has the change itself. */
  readonly isChangeAudited: boolean
}

export interface DriftReport {
  /** Address of the resource that was changed by hand. */
  readonly changed: string
  /** Addresses that the next drift run named. */
  readonly reported: readonly string[]
  readonly reportedSeconds: number
  /** Whether the plan was empty once the change was taken back. */
  readonly isCleanAfter: boolean
}

export interface Rebuild {
  /** Identity of the system disk, before and after. */
  readonly diskBefore: string
  readonly diskAfter: string
  readonly uptimeSeconds: number
  readonly isReachable: boolean
  readonly isCleanAfter: boolean
}

/** Images that were offered to a namespace of an application, in a dry run. */
export interface AdmissionTrial {
  readonly unsignedDenied: boolean
  /** Of one that somebody else had signed. */
  readonly strangeDenied: boolean
  /** Of a good one: without it, nothing at all may have been let in. */
  readonly signedAdmitted: boolean
}

export interface Unseal {
  /** From the end of the old process until the new one was unsealed; absent when it stayed sealed. */
  readonly unsealedSeconds?: number
  /** Time that a person needed of that. */
  readonly manualSeconds: number
  /** Whether a pod made after the restart got its secret. */
  readonly freshPodHasSecret: boolean
  /** Whether what unseals it runs in the cluster that it serves. */
  readonly dependsOnItself: boolean
}

export interface EntryLoss {
  readonly lost: 'controller' | 'speaker'
  /** Nodes that could announce the address. */
  readonly speakers: number
}

export interface Drain {
  readonly evictions: number
  /** Evictions that a budget refused, and that were tried again. */
  readonly refused: number
  /** Pods that were deleted instead: no budget is asked then. */
  readonly deletions: number
  /** Budgets that had fewer healthy pods than they demand at any time. */
  readonly violatedBudgets: number
  readonly drainSeconds: number
  readonly isAllBack: boolean
}

export interface TrafficTrace {
  readonly isDropped: boolean
  /** Whether an allowed connection to the same target passed: the way is there. */
  readonly controlPassed: boolean
  /** Until a flow log or an alert named the pod; absent when none did. */
  readonly traceSeconds?: number
}

export interface AuditCopy {
  readonly entryAt: string
  readonly removedAt: string
  /** Whether the central store still had the entry afterwards. */
  readonly isKept: boolean
  /** Whether the central store shares the disk of the log that was removed. */
  readonly isSameDisk: boolean
}

export interface ColdStart {
  /** Uptime of the hypervisor at the end: small, unless it never went down. */
  readonly hostUptimeSeconds: number
  /** Critical controls that were judged at the end, and those that passed. */
  readonly judged: number
  readonly passed: number
  /** What a person did, as slugs, e.g. `unseal-vault`. */
  readonly manualSteps: readonly string[]
}
