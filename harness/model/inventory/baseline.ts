declare module '../inventory.ts' {
  interface Inventory {
    readonly baseline?: Baseline
  }
}

/** What the hypervisor is made of, beyond what was installed. */
export interface Baseline {
  /** List of the packages of a clean installation in the documents repository, one name a line. */
  readonly packages: string
  /** Packages added since. */
  readonly extras: readonly Extra[]
  /** Units of one’s own under /etc/systemd/system. */
  readonly units: readonly Extra[]
}

/** Something added on purpose. */
export interface Extra {
  readonly name: string
  readonly because: string
}
