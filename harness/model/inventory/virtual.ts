declare module '../inventory.ts' {
  interface Inventory {
    readonly virtual?: Virtual
  }
}

/** A network that guests are attached to. */
export interface Segment {
  readonly name: string
  /** Bridge of the hypervisor. */
  readonly bridge: string
  /** VLAN; absent means untagged. */
  readonly tag?: number
  /** CIDR. */
  readonly network: string
  /** Vantage that stands in it; without one, nobody looks from there. */
  readonly vantage?: string
}

/** What a guest is for, and how it is attached. */
export interface VirtualMachine {
  /** Name of the guest. */
  readonly guest: string
  readonly purpose:
    | 'kubernetes'
    | 'models'
    | 'database'
    | 'backup'
    | 'sandbox'
    | 'management'
    | 'other'
  /** Its own address, where others reach it. */
  readonly address: string
  /** Segment of each network card, `net0` first. */
  readonly nics: readonly string[]
}

/** A port in another segment that may be reached. */
export interface SegmentFlow {
  /** Name of a segment. */
  readonly from: string
  readonly address: string
  readonly port: number
  readonly because: string
}

export interface Virtual {
  readonly segments: readonly Segment[]
  readonly machines: readonly VirtualMachine[]
  /** Everything that may be reached across segments; anything else must be closed. */
  readonly flows: readonly SegmentFlow[]
}
