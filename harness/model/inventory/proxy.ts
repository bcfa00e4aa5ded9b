declare module '../inventory.ts' {
  interface Inventory {
    readonly proxy?: Proxy
  }
}

/** A name that the proxy answers for. */
export interface ProxyName {
  /** The name. */
  readonly name: string
  /** Name of the service behind it. */
  readonly service: string
  /** Who is let through: everybody, or who has logged in with one or two factors. */
  readonly access: 'public' | 'one_factor' | 'two_factor'
  /** Text that only the service itself writes on its first page. */
  readonly marker: string
}

/** The reverse proxy, and the names it answers for. */
export interface Proxy {
  /** Name of the host that it runs on. */
  readonly host: string
  /** Name of the portal where one logs in. */
  readonly portal: string
  /** The names: exactly these are routed. */
  readonly names: readonly ProxyName[]
}
