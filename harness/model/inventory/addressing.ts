declare module '../inventory.ts' {
  interface Inventory {
    readonly addressing?: Addressing
  }
}

/** A device of the network itself: a switch, an access point. */
export interface NetworkDevice {
  readonly name: string
  readonly mac: string
  readonly address: string
}

/** First and last address that is lent. */
export interface Lent {
  readonly from: string
  readonly to: string
}

/** How the LAN gives out its addresses. */
export interface Addressing {
  /** Bridge of the hypervisor that is the LAN. */
  readonly bridge: string
  /** Devices of the network; one without an address is none of them. */
  readonly devices: readonly NetworkDevice[]
  /** Addresses that the router lends. */
  readonly lent: Lent
}
