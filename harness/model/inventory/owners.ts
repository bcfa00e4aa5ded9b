declare module '../inventory.ts' {
  interface Inventory {
    readonly owners?: Owners
  }
}

/** Who answers for what is found. */
export interface Owners {
  /** For every kind of control that `kinds` does not name. */
  readonly everything?: string
  /** By kind of control, e.g. `backup`. */
  readonly kinds?: Readonly<Record<string, string>>
}
