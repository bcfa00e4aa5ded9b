declare module '../inventory.ts' {
  interface Inventory {
    readonly canaries?: Canaries
  }
}

/** A job that tries services out with test data of its own, and writes down what it saw. */
export interface Canaries {
  /** Name of the host that the job runs on. */
  readonly host: string
  /** Folder with one JSON file per canary, written anew by each run. */
  readonly folder: string
}
