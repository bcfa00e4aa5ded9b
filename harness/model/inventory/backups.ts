declare module '../inventory.ts' {
  interface Inventory {
    readonly backups?: Backups
  }
}

/** From 1, of which least may be lost, to 4. */
export type Tier = 1 | 2 | 3 | 4

/** A backup server that is a guest itself, and its disk that the datastores are on. */
export interface ServerGuest {
  readonly guest: string
  readonly disk: string
}

/** A disk of a guest that no backup has to hold. */
export interface ExemptDisk {
  readonly guest: string
  /** Key in the guest's configuration, e.g. `scsi1`. */
  readonly disk: string
  readonly because: string
}

/** Where copies of the cluster's own state are kept, outside of its nodes. */
export interface ClusterCopies {
  /** Host that holds them: no node of the cluster. */
  readonly host: string
  /** Folder with snapshots of etcd. */
  readonly etcd: string
  /** Folder with the machine configurations or the secrets bundle, encrypted. */
  readonly machineSecrets: string
}

export interface Backups {
  /** Datastores of the backup server (`apis.pbs`) that hold backups of guests. */
  readonly stores: readonly string[]
  /** The guest that is the backup server; absent when that is a machine of its own. */
  readonly server?: ServerGuest
  /** Tier of each guest, by its name. */
  readonly tiers: Readonly<Record<string, Tier>>
  /** Tier of each backup job of the hypervisor, by its id. */
  readonly jobs: Readonly<Record<string, Tier>>
  /** Guests that are not backed up, and why. */
  readonly exempt?: Readonly<Record<string, string>>
  readonly exemptDisks?: readonly ExemptDisk[]
  readonly cluster?: ClusterCopies
}
