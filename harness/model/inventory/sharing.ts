declare module '../inventory.ts' {
  interface Inventory {
    readonly sharing?: Sharing
  }
}

/** A machine that shares files, and a file in each share that proves it. */
export interface Sharing {
  readonly host: string
  /** Account that may read the canaries and nothing else. */
  readonly account: string
  /** Its smbclient credentials file on that machine. */
  readonly credentials: string
  readonly canaries: readonly Canary[]
}

/** A file that is read through its share. */
export interface Canary {
  readonly share: string
  /** Path of the file in the share. */
  readonly file: string
  readonly sha256: string
}
