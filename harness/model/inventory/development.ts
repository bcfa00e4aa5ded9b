declare module '../inventory.ts' {
  interface Inventory {
    readonly development?: Development
  }
}

/** Where software is made, and what of it counts. */
export interface Development {
  /** Machine that development happens on. */
  readonly host: string
  /** Account there of whoever develops. */
  readonly user: string
  /** Folders in which repositories are looked for, on every machine, beside those that always are. */
  readonly roots: readonly string[]
  /** Repositories, by path, that are projects: each has to define a container. */
  readonly projects: readonly string[]
  /** Checkouts elsewhere that only serve to deploy. */
  readonly deployments: readonly Checkout[]
}

/** A work tree on a host. */
export interface Checkout {
  readonly host: string
  readonly path: string
}
