declare module '../inventory.ts' {
  interface Inventory {
    readonly segments?: Segments
  }
}

/** One VLAN. */
export interface Vlan {
  /** Name of it, e.g. `servers`. */
  readonly name: string
  /** Its tag, 1 to 4094. */
  readonly id: number
  /** Its IPv4 network. */
  readonly network: string
  /** Address of the edge firewall in it. */
  readonly gateway: string
}

/** Ports of one host that a VLAN may connect to. */
export interface Crossing {
  /** Name of the VLAN, which is also that of the vantage in it. */
  readonly from: string
  /** Name of the host that answers. */
  readonly to: string
  /** TCP ports. */
  readonly ports: readonly number[]
  /** The reason, in a sentence a stranger understands. */
  readonly because: string
}

/** A port of a managed switch. */
export interface SwitchPort {
  /** Its name at the switch. */
  readonly port: string
  /** VLAN of what comes without a tag. */
  readonly untagged: number
  /** VLANs that it carries with their tags. */
  readonly tagged: readonly number[]
}

/** Segments of the network, and who may cross them. */
export interface Segments {
  /** The VLANs: exactly these exist. */
  readonly vlans: readonly Vlan[]
  /** Who may cross from one into another: anything else is closed. */
  readonly crossings: readonly Crossing[]
  /** Ports of the switch that are in use; every other one is off or parked. */
  readonly switchPorts: readonly SwitchPort[]
}
