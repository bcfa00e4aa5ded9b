declare module '../inventory.ts' {
  interface Inventory {
    readonly machines?: Machines
  }
}

export type Machines = readonly Machine[]

/** A physical machine of the architecture, and what it was when its role was accepted. */
export interface Machine {
  /** Name of the host that it is. */
  readonly host: string
  /** Its `/etc/machine-id`. */
  readonly machineId: string
  /** UUID that its firmware shows. Without it, boot ids and hardware addresses have to tell the machines apart. */
  readonly productUuid?: string
}
