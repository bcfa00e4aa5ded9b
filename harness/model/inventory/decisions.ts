declare module '../inventory.ts' {
  interface Inventory {
    readonly decisions?: Decisions
  }
}

/** Where architecture decisions are recorded, in the documents repository. */
export interface Decisions {
  /** Folder of the records, one Markdown file each, with front matter. */
  readonly folder: string
  /** The waivers file as tracked; the one in force must equal it. */
  readonly waivers?: string
}
