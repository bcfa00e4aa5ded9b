declare module '../inventory.ts' {
  interface Inventory {
    readonly plan?: Plan
  }
}

/** A checkout of the platform as code, from which nothing is applied here, only planned. */
export interface Plan {
  readonly host: string
  /** Folder with the root module and `site.yml`. */
  readonly folder: string
}
