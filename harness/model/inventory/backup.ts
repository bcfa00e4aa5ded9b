declare module '../inventory.ts' {
  interface Inventory {
    readonly backup?: Backup
  }
}

/** A place of backups. */
export interface BackupRepository {
  /** Name of it. */
  readonly name: string
  /** Which of the three places it is. */
  readonly rank: 'nas' | 'external' | 'cloud'
  /** Where it is, as restic names it; without a login. */
  readonly location: string
  /** Serial of the drive it is on. Without it, it is on no drive of ours. */
  readonly serial?: string
}

/** Data that is backed up together. */
export interface Dataset {
  /** Name of it, which is also the tag of its snapshots. */
  readonly name: string
  /** Name of the host where its original is. */
  readonly host: string
  /** Folder of the original. */
  readonly path: string
  /** Minutes from one backup to the next. */
  readonly intervalMinutes: number
  /** Why it needs no second and third place, e.g. because it can be made anew. Without it, it does. */
  readonly recreatable?: string
}

/** Backups, where they are, and of what. */
export interface Backup {
  /** Name of the host that makes and keeps the backups. */
  readonly host: string
  /** Service that makes them. */
  readonly unit: string
  /** The places. */
  readonly repositories: readonly BackupRepository[]
  /** What is backed up. */
  readonly datasets: readonly Dataset[]
}
