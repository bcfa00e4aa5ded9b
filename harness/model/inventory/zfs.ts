declare module '../inventory.ts' {
  interface Inventory {
    readonly zfs?: Zfs
  }
}

/** Where ZFS runs, and the ways that lead to it. */
export interface Zfs {
  /** Host whose own kernel has the pools imported. */
  readonly host: string
  /** The pool that holds the data. */
  readonly pool: string
  /** The machine elsewhere that datasets are replicated to, and where on it. */
  readonly replica?: Replica
  /** Folders of machines whose bytes are meant to be in a dataset. */
  readonly paths?: readonly DataPath[]
}

export interface Replica {
  readonly host: string
  /** Dataset that holds the copies: `tank/services/apps` is `<dataset>/services/apps` there. */
  readonly dataset: string
}

export interface DataPath {
  /** Machine that uses the folder. */
  readonly host: string
  /** Where it has it. */
  readonly path: string
  /** Full name of the dataset; with `disk`, of the volume that the machine boots from. */
  readonly dataset: string
  /** `virtiofs` and `nfs` are mounts of the machine, `bind` a mount point of a container, `disk` its own disk. */
  readonly by: 'virtiofs' | 'nfs' | 'bind' | 'disk'
}
