declare module '../inventory.ts' {
  interface Inventory {
    readonly gpu?: Gpu
  }
}

export interface Gpu {
  /** Host that the GPU is passed through to. */
  readonly host: string
  /** As `nvidia-smi -L` prints it, e.g. `GPU-…`. */
  readonly uuid: string
  /** PCI vendor id, four hex digits: `10de` is NVIDIA. */
  readonly vendor: string
}
