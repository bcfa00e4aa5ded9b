declare module '../inventory.ts' {
  interface Inventory {
    readonly dns?: Dns
  }
}

/** Name servers of the lab, and names that show whether they work. */
export interface Dns {
  /** Names of the hosts that resolve names: nobody else does. */
  readonly servers: readonly string[]
  /** What they are, where it is not Pi-hole. */
  readonly product?: 'adguard'
  /** Names of the lab and the address that each one has. */
  readonly local: Readonly<Record<string, string>>
  /** A name that exists on the internet and is on the lists of blocked ones. */
  readonly blocked: string
  /** A name that exists on the internet and is not. */
  readonly control: string
  /** A name server on the internet that nobody here may ask. */
  readonly foreign: string
}
