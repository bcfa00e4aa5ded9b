/** What one guest is made of: the options that are in force, and those that wait for its next start. */
export interface GuestConfig {
  readonly vmid: number
  readonly type: 'qemu' | 'lxc'
  readonly node: string
  readonly isTemplate: boolean
  /** Option `onboot`. */
  readonly startsAtBoot: boolean
  readonly startup: StartOrder
  /** Containers only: option `unprivileged`. Without the key a container is privileged. */
  readonly isUnprivileged?: boolean
  /** Features switched on, e.g. `nesting=1`, sorted. */
  readonly features: readonly string[]
  /** Root file system and mount points of a container. */
  readonly mountPoints: readonly MountPoint[]
  /** Host devices given to a container, option `devN`. */
  readonly devices: readonly { readonly key: string; readonly path: string }[]
  readonly networks: readonly GuestNetwork[]
  readonly passthrough: readonly Passthrough[]
  /** Lines `lxc.…` of a container, as they stand. */
  readonly raw: readonly { readonly key: string; readonly value: string }[]
  /** Everything else by key, as text; keys that hold free text or secrets are left out. */
  readonly options: Readonly<Record<string, string>>
  /** Changes that wait for the next start. */
  readonly pending: readonly PendingChange[]
}

export interface StartOrder {
  /** Absent means last. Equal orders start by vmid. */
  readonly order?: number
  /** Pause after its start, before the next guest. Absent or 0: none. */
  readonly upSeconds?: number
}

export interface MountPoint {
  /** `rootfs` or `mp0` … */
  readonly key: string
  /** Volume, or a path of the host. */
  readonly source: string
  /** Inside the container. */
  readonly path: string
  /** Whether the source is a path or device of the host. */
  readonly isHostPath: boolean
}

export interface GuestNetwork {
  readonly key: string
  readonly bridge?: string
  /** VLAN of its traffic. Absent: untagged. */
  readonly tag?: number
  /** VLANs it may use besides, as they stand, e.g. `10;20`. */
  readonly trunks?: string
  /** Whether rules of the guest are applied to this interface at all. */
  readonly isFirewalled: boolean
}

/** A PCI device that is passed through, option `hostpciN`. */
export interface Passthrough {
  readonly key: string
  /** `0000:01:00` for every function of the device, `0000:01:00.0` for one; empty for a mapping. */
  readonly addresses: readonly string[]
  /** Name of a cluster-wide mapping that says which device it is. */
  readonly mapping?: string
  /** Whether it is a mediated slice of the card, not the card. */
  readonly isSlice: boolean
}

export interface PendingChange {
  readonly key: string
  /** The value to come; absent when the key is to be deleted. */
  readonly value?: string
}
