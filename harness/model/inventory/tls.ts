declare module '../inventory.ts' {
  interface Inventory {
    readonly tls?: Tls
  }
}

/** Something that speaks TLS. */
export interface TlsEndpoint {
  readonly name: string
  /** Name, or address, that its certificate has to be for. */
  readonly server: string
  /** Where to connect; default `server`. */
  readonly address?: string
  readonly port: number
  /** CA on the host that looks; default the system's. */
  readonly ca?: string
  /** Protocol that turns to TLS on request. */
  readonly startTls?: 'postgres' | 'smtp' | 'imap' | 'ldap'
  /** Whether it demands a certificate of the client. */
  readonly mutual?: boolean
  /** Whether plain HTTP at port 80 of that name has to lead to it. */
  readonly web?: boolean
}

/** Every endpoint of the lab that speaks TLS, and the host that looks at them. */
export interface Tls {
  readonly from: string
  readonly endpoints: readonly TlsEndpoint[]
}
