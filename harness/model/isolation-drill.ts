/** What drills measure that take something away from a lab for a while, or try what people rely on. */
export interface IsolationMeasurements {
  /** Of drills that take machines or guests away. */
  readonly isolation?: Isolation
  /** Of `guest-fault`: one per guest that was harmed, in turn. */
  readonly guestFaults?: readonly GuestFault[]
  /** Of `build-smoke`. */
  readonly build?: BuildSmoke
  /** Of `remote-access`. */
  readonly remote?: RemoteAccess
}

/** Something was gone, and others were watched meanwhile. */
export interface Isolation {
  /** Hosts and guests that were taken away, by name. */
  readonly taken: readonly string[]
  /** Vantages that reached all of them before. */
  readonly reachedBefore: readonly string[]
  /** Vantages that reached none of them meanwhile. */
  readonly silentFrom: readonly string[]
  readonly heldSeconds: number
  /** Longest that somebody may wait before they notice: time to live of names, of leases, of mounts. */
  readonly longestTimeoutSeconds: number
  readonly services: readonly ServiceSeries[]
  /** Hosts and guests about which alerts fired. */
  readonly alerts: readonly string[]
  readonly logins: readonly DrillLogin[]
  /** Most processes that hung in uninterruptible sleep, anywhere. */
  readonly stuckProcesses: number
}

/** Probes of a service while something was wrong elsewhere. */
export interface ServiceSeries {
  readonly service: string
  readonly probes: number
  readonly failures: number
  /** Median of the answers before. */
  readonly usualMs: number
  readonly slowestMs: number
}

/** A login that was tried. */
export interface DrillLogin {
  readonly from: string
  readonly to: string
  /** Of ssh. */
  readonly status: number
  readonly seconds: number
  /** How the other side was found. */
  readonly foundBy: 'address' | 'hosts' | 'dns'
}

/** One guest was stopped, or its memory filled. */
export interface GuestFault {
  readonly guest: string
  readonly kind: 'stop' | 'memory'
  /** Guest whose process the kernel killed; absent when it killed none. */
  readonly victim?: string
  readonly services: readonly ServiceSeries[]
}

/** An image was built and run, to be thrown away. */
export interface BuildSmoke {
  /** Host that it was done on. */
  readonly host: string
  /** Driver of the builder, e.g. `docker`, `docker-container`, `remote`. */
  readonly builder: string
  /** Of the container. */
  readonly status: number
  /** Whether what was made for this run came out of it. */
  readonly sawNonce: boolean
  /** Images, containers, networks and volumes that were left. */
  readonly leftovers: number
}

/** Administration from outside of the lab’s network. */
export interface RemoteAccess {
  /** Own address on the network outside. */
  readonly from: string
  /** Interface that the logins went by. */
  readonly device: string
  readonly logins: readonly DrillLogin[]
  /** The same with that interface switched off. */
  readonly withoutPath: readonly DrillLogin[]
}
