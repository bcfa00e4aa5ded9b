declare module '../inventory.ts' {
  interface Inventory {
    readonly edge?: Edge
  }
}

/** A port that the edge forwards from the internet. */
export interface Forward {
  /** The port. */
  readonly port: number
  /** Transport protocol. */
  readonly protocol: 'tcp' | 'udp'
  /** Name of the host that gets it. */
  readonly to: string
}

/** Somebody who may come in by VPN. */
export interface VpnPeer {
  /** Name of the device. */
  readonly name: string
  /** Name of its owner, of `people`. */
  readonly person: string
  /** Its public key. */
  readonly publicKey: string
  /** Its address in the tunnel. */
  readonly address: string
}

/** The WireGuard endpoint. */
export interface Vpn {
  /** Name of the interface, e.g. `wg0`. */
  readonly interface: string
  /** UDP port that it listens on. */
  readonly port: number
  /** Its own public key. */
  readonly publicKey: string
  /** Who may come in: exactly these. */
  readonly peers: readonly VpnPeer[]
}

/** The firewall between the site and the internet. */
export interface Edge {
  /** Its address on the side of the internet. */
  readonly wanAddress: string
  /** What it forwards from the internet: exactly this. */
  readonly forwards: readonly Forward[]
  /** Its VPN. */
  readonly vpn: Vpn
  /** Interfaces that the intrusion detection watches, by their names at the edge. */
  readonly watched: readonly string[]
  /** Number of the rule that a harmless test packet sets off. */
  readonly trapSid: number
}
