export interface GuestRestore {
  readonly guest: string
  readonly productionVmid: number
  readonly restoredVmid: number
  readonly isIsolated: boolean
  /** Whether the backup server had verified the restore point. */
  readonly wasVerified: boolean
  readonly snapshotAt: string
  /** When the newest marker was written that the clone has; absent when it has none. */
  readonly markerAt?: string
  readonly bootSeconds: number
}

export interface VolumeRestore {
  /** SHA-256 of what was written, and of what was read back, hex. */
  readonly writtenDigest: string
  readonly readDigest: string
  /** Whether another pod read it than wrote it: no page cache helped. */
  readonly isReadElsewhere: boolean
  /** Whether the restore was over before anything was read. */
  readonly wasComplete: boolean
  readonly seconds: number
}

/** A new claim on the default class, from its making to its end. */
export interface ClaimTrial {
  readonly storageClass: string
  readonly boundSeconds: number
  /** Until a pod had it mounted and wrote into it; absent when none ever did. */
  readonly writtenSeconds?: number
  /** Whether claim and volume were gone at the end. */
  readonly isGone: boolean
}

export interface ReplicaLoss {
  readonly replicas: number
  /** Absent when the volume stayed degraded. */
  readonly healthySeconds?: number
}
