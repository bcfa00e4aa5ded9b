declare module '../inventory.ts' {
  interface Inventory {
    readonly access?: Access
  }
}

/** The machine that people come in by, and what they do from it. */
export interface Access {
  readonly host: string
  /** Account there of the administrator, whose keys and agent are used. */
  readonly user: string
  /** Socket of the SSH agent that holds the key. */
  readonly agent?: string
  /** Where the administrator logs in from there. */
  readonly logins: readonly Login[]
  /** Name under `apis` of the hypervisor’s interface, whose pinned certificate must be met from there. */
  readonly api: string
  /** Private keys kept on it; any other is state. */
  readonly keys: readonly KeptKey[]
  /** The one way in from outside the LAN. */
  readonly remotePath: RemotePath
}

/** An account of another host. */
export interface Login {
  readonly host: string
  readonly user: string
}

/** A private key that may be lost with the machine. */
export interface KeptKey {
  readonly path: string
  /** Where it is kept as well, or how a new one is enrolled. */
  readonly elsewhere: string
}

/** A tunnel into the lab. */
export interface RemotePath {
  readonly kind: 'wireguard' | 'tailscale' | 'openvpn'
  /** Its network interface on the access machine, e.g. `wg0`. */
  readonly device: string
}
