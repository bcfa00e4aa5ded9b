import type { ClusterMeasurements } from './cluster-drill.ts'
import type { IsolationMeasurements } from './isolation-drill.ts'
import type { ServiceMeasurements } from './service-drill.ts'

/** What one drill showed, as the suite wrote it down. Times are ISO 8601 UTC, on the clock of the drilled target. */
export interface DrillRecord {
  readonly schema: 'plumbline/drill/1'
  /** A scenario of `recovery.scenarios`, or the name of a drill without a runbook: `host-reboot`, `application-outage`, `alert-delivery`. */
  readonly scenario: string
  /** Where it was done: a replica shows the procedure, only the lab itself shows its own hardware. */
  readonly target: 'live' | 'containers' | 'qemu'
  readonly startedAt: string
  readonly endedAt: string
  /** From the disturbance to the steady state. */
  readonly recoverySeconds: number
  readonly objectiveSeconds: number
  /** `missed` when it took too long, ended in another state, or was broken off. */
  readonly result: 'recovered' | 'missed'
  /** SHA-256 of the runbook that was followed, hex; see {@link Runbook}. Absent when the drill follows none. */
  readonly runbookDigest?: string
  readonly measurements: DrillMeasurements
  /** Name and version of the program that measured, e.g. `plumbline 1.0.0`. */
  readonly writtenBy: string
}

/** What was measured, by the kind of drill; a member is absent when the drill measures nothing of that kind. */
export interface DrillMeasurements
  extends ClusterMeasurements,
    IsolationMeasurements,
    ServiceMeasurements {
  /** Of `host-reboot` and `host-power-loss`, in order. */
  readonly boots?: readonly Boot[]
  /** Of `application-outage`. */
  readonly outage?: Outage
  /** Of `alert-delivery`. */
  readonly alerts?: readonly AlertDelivery[]
  /** Of `vm102-loss`: one per host that uses its storage. */
  readonly consumers?: readonly Consumer[]
  /** Of every drill that must leave data as it was. */
  readonly data?: DataCheck
  /** Of `pool-growth`. */
  readonly growth?: Growth
  /** Of `disk-loss` and `file-deletion`. */
  readonly restore?: Restore
  /** Of every drill whose runbook is carried out: each of its commands and what it exited with. */
  readonly steps?: readonly { readonly command: string; readonly status: number }[]
}

/** One boot of the hypervisor, with everything on it. */
export interface Boot {
  /** `cold` when power was off; `warm` when the machine restarted by itself. */
  readonly kind: 'cold' | 'warm'
  readonly bootIdBefore: string
  readonly bootIdAfter: string
  /** From power-on, or the start of the reboot, until every service answered its health check. */
  readonly healthySeconds: number
  /** Slowest services, by name: seconds until healthy. */
  readonly serviceSeconds: Readonly<Record<string, number>>
  /** SHA-256 of the normalised state: mounts, units, containers, listeners and guests that run. */
  readonly stateBefore: string
  readonly stateAfter: string
  /** Everything that should run, by the inventory, and was seen running in the baseline. */
  readonly guestsBefore: readonly string[]
  readonly guestsAfter: readonly string[]
  /** Guests in the order in which the hypervisor started them. */
  readonly startOrder: readonly string[]
  readonly failedUnits: readonly string[]
  /** Things a person did before it was healthy. */
  readonly manualActions: number
  /** From healthy until the state was read: late units have to be through. */
  readonly settledSeconds: number
}

/** Every application guest stopped, and what monitoring made of it. */
export interface Outage {
  /** Names of the guests that were stopped. */
  readonly stopped: readonly string[]
  /** Longest pause between samples that Prometheus took of itself. */
  readonly gapSeconds: number
  /** Guests that Prometheus showed as down. */
  readonly seenDown: readonly string[]
  /** Whether the alert was firing before anything was stopped. */
  readonly alertWasFiring: boolean
  /** When the alert arrived at its receiver; absent when it never did. */
  readonly alertAt?: string
  readonly stoppedAt: string
  /** Whether somebody could log in at Grafana, and a query made then returned rows newer than the outage. */
  readonly grafanaLogin: boolean
  readonly grafanaRows: number
  /** Guests that were up again at the end. */
  readonly backUp: readonly string[]
}

/** One alert that was provoked, and when it arrived at its receiver. */
export interface AlertDelivery {
  readonly alert: string
  readonly provokedAt: string
  readonly wasFiring: boolean
  /** Absent when it never arrived. */
  readonly arrivedAt?: string
}

/** What a user of storage did while it was away. */
export interface Consumer {
  readonly host: string
  /** Growth of its own disks while the storage was away. */
  readonly leakBytes: number
  /** Until its services showed that they are unwell; absent when they never did. */
  readonly detectionSeconds?: number
  /** Until its mounts were back by themselves, from the return of the storage; absent when they never were. */
  readonly returnSeconds?: number
  /** Processes that hung in uninterruptible sleep once it was over. */
  readonly stuckProcesses: number
  readonly manualActions: number
}

/** SHA-256 of a manifest: path, size and digest of every file that was in the array when the drill began. */
export interface DataCheck {
  readonly manifestBefore: string
  readonly manifestAfter: string
  readonly files: number
}

/** A disk that was added to a pool while it was in use. */
export interface Growth {
  readonly diskBytes: number
  /** Of the smallest parity disk. */
  readonly parityBytes: number
  readonly poolBytesBefore: number
  readonly poolBytesAfter: number
  /** Files read and written through the pool meanwhile, and how many of those attempts failed. */
  readonly operations: number
  readonly failures: number
  /** What the sync over the new disk exited with. */
  readonly syncStatus: number
  /** Whether fstab mounts it, snapraid.conf protects it, and the pool has it as a branch of its own. */
  readonly isDeclared: boolean
  readonly isProtected: boolean
  readonly isBranch: boolean
}

/** What parity gave back. */
export interface Restore {
  readonly lost: number
  readonly restored: number
  readonly unrecoverable: number
  readonly bytes: number
  readonly seconds: number
  /** Files changed since the last sync while it was done: a drill over a resting array shows less. */
  readonly unsyncedChanges: number
}
