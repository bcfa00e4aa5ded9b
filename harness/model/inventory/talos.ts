declare module '../inventory.ts' {
  interface Inventory {
    readonly talos?: Talos
  }
}

export interface TalosNode {
  /** Its name in the cluster, and that of its guest. */
  readonly name: string
  readonly address: string
  readonly role: 'controlplane' | 'worker'
}

/** A cluster of Talos Linux. Its nodes have no SSH: they are asked by `talosctl` on another host. */
export interface Talos {
  /** Host with talosctl. */
  readonly host: string
  /** Configuration of talosctl there, with a certificate of role os:reader. */
  readonly config: string
  readonly nodes: readonly TalosNode[]
}
