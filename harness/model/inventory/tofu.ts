declare module '../inventory.ts' {
  interface Inventory {
    readonly tofu?: Tofu
  }
}

/** Infrastructure as code: a checkout on a host that has `tofu` and may read state and providers. */
export interface Tofu {
  readonly host: string
  /** The repository's checkout there. */
  readonly repository: string
  /** Root modules, as folders of the repository. */
  readonly roots: readonly string[]
  /** File of shell variables there that OpenTofu needs to read state and providers. */
  readonly environment?: string
  /** The repository at its Forgejo or Gitea, `owner/name`. */
  readonly forge?: string
  /** Timer unit that looks for drift. */
  readonly driftTimer?: string
}
