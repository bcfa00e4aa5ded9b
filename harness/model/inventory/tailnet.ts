declare module '../inventory.ts' {
  interface Inventory {
    readonly tailnet?: Tailnet
  }
}

/** A device of the tailnet: a person's (`user`) or a server (`tag`), never both. */
export interface TailnetDevice {
  readonly name: string
  /** Login of its owner. */
  readonly user?: string
  /** Its tag, e.g. `tag:storage`. */
  readonly tag?: string
}

/** What a source may reach and what must be denied, in the words of the policy's own tests. */
export interface TailnetFlow {
  readonly src: string
  readonly accept: readonly string[]
  readonly deny: readonly string[]
}

export interface Tailnet {
  /** MagicDNS suffix, e.g. `tail1234.ts.net`. */
  readonly name: string
  /** Path of the policy file in the documents repository; the one in force must equal it. */
  readonly policy?: string
  readonly devices: readonly TailnetDevice[]
  /** Names of devices of other tailnets that are shared in; empty by default. */
  readonly shared?: readonly string[]
  /** Subnet routes allowed, by device; empty by default. */
  readonly routes: Readonly<Record<string, readonly string[]>>
  /** Who may approve routes without being asked, by route or `exitNode`; empty by default. */
  readonly autoApprovers?: Readonly<Record<string, readonly string[]>>
  /** Devices that may run Tailscale SSH. */
  readonly ssh: readonly string[]
  /** What granted identities must reach, and what must be denied: compared with the policy's own tests. */
  readonly flows: readonly TailnetFlow[]
}
