declare module '../inventory.ts' {
  interface Inventory {
    readonly storage?: Storage
  }
}

export interface Disk {
  readonly name: string
  /** Mount point. */
  readonly path: string
  /** UUID of the file system. */
  readonly uuid: string
  /** Serial of the physical drive behind it. */
  readonly serial: string
}

/** The only account that may write into the media tree over SMB, and from where. */
export interface MediaWriter {
  readonly account: string
  readonly host: string
  readonly because: string
}

/** A unit that uses storage, and the mount points it needs. */
export interface MountUser {
  readonly host: string
  readonly unit: string
  readonly paths: readonly string[]
}

export interface Storage {
  readonly host: string
  /** Mount point of the pool. */
  readonly pool: string
  readonly dataDisks: readonly Disk[]
  readonly parityDisks: readonly Disk[]
  /** Exclude patterns accepted in snapraid.conf. */
  readonly excludes: readonly string[]
  /** Root of the media tree, on the server. */
  readonly mediaPath: string
  /** Who puts media there; nobody else may write. Absent means nobody. */
  readonly mediaWriters?: readonly MediaWriter[]
  /** Units that use storage, and the mount points they need. */
  readonly mountUsers: readonly MountUser[]
}
