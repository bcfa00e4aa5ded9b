/** What drills of services and their backups measure; each member belongs to one kind of drill. */
export interface ServiceMeasurements {
  /** Of `service-loss`, `host-loss` and `nas-loss`: one per service that was lost with its data. */
  readonly services?: readonly ServiceRecovery[]
  /** Of `restore` and `site-loss`: one per set of data and place of backups. */
  readonly restores?: readonly RestoreTry[]
  /** Of `instance-loss`. */
  readonly instance?: InstanceLoss
  /** Of `rollback`. */
  readonly rollback?: Rollback
  /** Of `deployment`. */
  readonly deployment?: Deployment
}

/** A service that was lost with its data, and came back from a backup. */
export interface ServiceRecovery {
  readonly service: string
  /** When nobody could use it any more, as a client saw it. */
  readonly lostAt: string
  /** When its own check passed again on the data that was restored, and kept passing. */
  readonly recoveredAt: string
  /** How long it was away as Prometheus saw it. */
  readonly seenSeconds: number
  /** Whether its data was set aside before: a restart brings nothing back. */
  readonly dataWasLost: boolean
  readonly bytes: number
  /** Bytes of the real data, where the drill had less. */
  readonly realBytes: number
  /** From the restore alone. */
  readonly restoreSeconds: number
}

/** Data that was restored into an empty place. */
export interface RestoreTry {
  readonly data: string
  /** Name of the repository it came from. */
  readonly location: string
  /** Id of the snapshot, as the repository has it. */
  readonly snapshot: string
  readonly isNewest: boolean
  /** SHA-256 of the manifest that was kept with the snapshot, and of that of what came back. */
  readonly manifestKept: string
  readonly manifestRestored: string
  readonly files: number
  /** Whether the service accepted it: login, number of rows, one item decrypted. */
  readonly isUsable: boolean
  /** Where its keys came from: kept outside, or out of the lab that is taken to be lost. */
  readonly keysFrom: 'outside' | 'lab'
  /** Whether the lab could be reached meanwhile. */
  readonly reachedLab: boolean
}

/** One of several instances was taken away while a client went on asking. */
export interface InstanceLoss {
  readonly service: string
  readonly killed: string
  readonly instancesBefore: number
  readonly gapSeconds: number
  /** 0 to 1. */
  readonly successRatio: number
  /** Whether each question was one that nothing could have kept. */
  readonly askedAnew: boolean
}

/** A service was put back to the revision before, and forward again. */
export interface Rollback {
  readonly service: string
  readonly from: string
  readonly to: string
  /** What the service itself said it was. */
  readonly said: string
  readonly healthySeconds: number
  /** Whether data that the newer one wrote could be read. */
  readonly dataReadable: boolean
  readonly forwardAgain: boolean
}

/** Every service was brought up out of a fresh clone on an empty host. */
export interface Deployment {
  readonly commit: string
  readonly seconds: number
  readonly services: readonly {
    readonly service: string
    readonly isHealthy: boolean
    readonly hasHealthCheck: boolean
    readonly restarts: number
  }[]
  /** Whether the host held no image before. */
  readonly pulledAll: boolean
  /** Containers that a second run made anew. */
  readonly changedAgain: number
  readonly manualActions: number
}
