declare module '../inventory.ts' {
  interface Inventory {
    readonly vault?: Vault
  }
}

/** The store of secrets. */
export interface Vault {
  /** Namespace of its pods. */
  readonly namespace: string
  /** Path of its Kubernetes login, without slashes. */
  readonly login: string
  /** Secrets that have to be renewed, `mount/path`. */
  readonly rotated: readonly string[]
  /** Labels of its audit log at Loki, e.g. `{namespace="vault"}`. */
  readonly auditLog?: string
  /** Secret of our own that is read to see whether that is written down, `mount/path`. */
  readonly canary?: string
}
