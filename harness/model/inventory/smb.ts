declare module '../inventory.ts' {
  interface Inventory {
    readonly smb?: Smb
  }
}

export interface Smb {
  readonly host: string
  readonly shares: readonly SmbShare[]
  /** Hosts that mount shares: the only ones that may reach port 445. */
  readonly clients: readonly string[]
  /** Host that runs the access matrix: best the server itself, which knows all accounts anyway. */
  readonly matrixFrom: string
  /** Folder on that host with one smbclient credentials file per account, `<account>.cred`. */
  readonly credentials: string
}

export interface SmbShare {
  readonly name: string
  /** Folder on the server. */
  readonly path: string
  /** Right per account; an account not listed has none. */
  readonly accounts: Readonly<Record<string, 'ro' | 'rw'>>
  /** The service or host that consumes it. */
  readonly consumer: string
}
