declare module '../inventory.ts' {
  interface Inventory {
    readonly recovery?: Recovery
  }
}

/** The alert that always fires, and the receiver of it that stands outside the site and calls when it stops. */
export interface OutsideCheck {
  readonly alert: string
  readonly receiver: string
}

export interface Recovery {
  /** Scenarios that need a runbook and a drill. */
  readonly scenarios: readonly string[]
  /** Page with the runbooks in the documents repository; default `docs/platform/operations.md`. */
  readonly runbooks?: string
  /** Folder of drill records in the documents repository. */
  readonly records: string
  /** Parts that monitoring shares with what it watches, each covered by an outside check. */
  readonly sharedFate: readonly string[]
  readonly outsideCheck?: OutsideCheck
}
