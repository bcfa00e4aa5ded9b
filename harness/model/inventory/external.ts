declare module '../inventory.ts' {
  interface Inventory {
    readonly external?: External
  }
}

/** Storage of other machines; empty when there is none. */
export type External = readonly ExternalMount[]

/** Storage of another machine that may be detached at any time. */
export interface ExternalMount {
  readonly host: string
  readonly path: string
  /** What is mounted, as the kernel names it, e.g. `nas:/export`. */
  readonly source: string
}
