declare module '../inventory.ts' {
  interface Inventory {
    readonly drills?: Drills
  }
}

/** A span of time in which somebody agreed to hosts being disturbed. */
export interface DrillWindow {
  /** ISO 8601 UTC. */
  readonly from: string
  readonly until: string
  readonly hosts: readonly string[]
  readonly approvedBy: string
}

export interface Drills {
  readonly windows: readonly DrillWindow[]
}
