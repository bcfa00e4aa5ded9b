declare module '../inventory.ts' {
  interface Inventory {
    readonly iac?: Iac
  }
}

/** A file on a host that is made from one in the repository. */
export interface DeployedFile {
  /** Name of the host. */
  readonly host: string
  /** Path there. */
  readonly path: string
  /** Path in the repository. */
  readonly source: string
}

/** A file of secrets on a host, which is not in the repository. */
export interface EnvFile {
  /** Name of the host. */
  readonly host: string
  /** Path there. */
  readonly path: string
  /** Tracked file that names its keys. */
  readonly template: string
}

/** How the lab is made out of its repository. */
export interface Iac {
  /** Name of the host that deploys, and keeps the reports of its tools. */
  readonly deployHost: string
  /** Folder of the repository there. */
  readonly checkout: string
  /** Folder of those reports. */
  readonly reports: string
  /** Files of configuration, each with its source. */
  readonly deployed: readonly DeployedFile[]
  /** Files of secrets. */
  readonly envFiles: readonly EnvFile[]
  /** Disaster recovery plan in the repository. */
  readonly plan: string
  /** Names of hosts where things are developed; all others are in use. */
  readonly development: readonly string[]
  /** Numbers of guests that Terraform does not own. */
  readonly byHand: readonly number[]
}
