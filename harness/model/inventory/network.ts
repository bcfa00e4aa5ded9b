declare module '../inventory.ts' {
  interface Inventory {
    readonly network?: Network
  }
}

/** A port that may answer, and why. */
export interface Open {
  readonly host: string
  readonly port: number
  readonly protocol: 'tcp' | 'udp'
  readonly because: string
}

/** Ports of one host that another may connect to. */
export interface Flow {
  readonly from: string
  readonly to: string
  readonly ports: readonly number[]
}

export interface Network {
  /** The lab's own network, CIDR. */
  readonly lan: string
  /** The site's public IPv4 addresses; empty when the provider shares one (CGNAT), and then `egress` says so. */
  readonly wanIpv4: readonly string[]
  /** The site's public IPv6 addresses; empty when it has none. */
  readonly wanIpv6: readonly string[]
  /** Whether the public address is on our router, or on the provider's. */
  readonly egress: 'router' | 'cgnat'
  /** Public DNS names of the site. */
  readonly domains: readonly string[]
  /** What may answer from the internet; empty by default. */
  readonly wanAllowed: readonly Open[]
  /** What answers on the LAN: the media ports. */
  readonly lanExposed: readonly Open[]
  /** Management ports that may answer on the LAN, each with its reason. */
  readonly lanManagement: readonly Open[]
  /** Where SSH may be reached from, by vantage name. */
  readonly sshSources: readonly string[]
  /** Who may connect to whom, between hosts and guests: anything else must be closed. */
  readonly flows: readonly Flow[]
}
