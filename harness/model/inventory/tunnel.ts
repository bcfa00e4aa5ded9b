declare module '../inventory.ts' {
  interface Inventory {
    readonly tunnel?: Tunnel
  }
}

/** Protocol and port of the VPN provider's servers. */
export interface TunnelEndpoint {
  /** Protocol. */
  readonly protocol: 'udp' | 'tcp'
  /** Port. */
  readonly port: number
}

/** A page that holds the address of whoever asks, asked by address so that no name has to be resolved. */
export interface Echo {
  /** Its host name, e.g. `icanhazip.com`. */
  readonly name: string
  /** Its IPv4 address. */
  readonly ipv4: string
  /** Its IPv6 address. */
  readonly ipv6: string
}

/** The VPN container and what has to go through it. */
export interface Tunnel {
  /** Name of the host that it runs on. */
  readonly host: string
  /** Name of the VPN container. */
  readonly container: string
  /** Containers that share its network namespace, download clients included: exactly these. */
  readonly members: readonly string[]
  /** Those of them that download. Default: none. */
  readonly clients?: readonly string[]
  /** Network device of the tunnel, e.g. `tun0`. */
  readonly device: string
  /** How the VPN provider is reached. */
  readonly endpoint: TunnelEndpoint
  /** Networks that the namespace may reach beside the tunnel. Default: none. */
  readonly lanSubnets?: readonly string[]
  /** A service on the internet that answers with the caller's address. */
  readonly echo: Echo
}
