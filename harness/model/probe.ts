/** Network questions that a vantage can answer: the one request format of both probes (Node here, Python over SSH). */
export interface ProbeRequest {
  /** TCP connects: every port of every address. */
  readonly tcp?: readonly {
    readonly address: string
    readonly ports: readonly (number | readonly [from: number, to: number])[]
  }[]
  /** UDP payloads; silence is `open|filtered`, never closed. */
  readonly udp?: readonly {
    readonly address: string
    readonly port: number
    readonly payload: UdpPayload
  }[]
  /** HTTP(S) GETs without credentials. */
  readonly http?: readonly HttpProbe[]
  /** SSH servers: which authentication methods are offered to `user`. */
  readonly ssh?: readonly {
    readonly address: string
    readonly port: number
    readonly user: string
  }[]
  /** Port-mapping protocols of a gateway: SSDP multicast and unicast, NAT-PMP, PCP. */
  readonly igd?: { readonly gateway: string }
  /** Names to resolve with the vantage's own resolver. */
  readonly dns?: readonly { readonly name: string; readonly type: 'A' | 'AAAA' | 'CNAME' }[]
}

export type UdpPayload = 'dns' | 'ntp' | 'snmp' | 'netbios' | 'ssdp' | 'mdns' | 'nat-pmp' | 'empty'

export interface HttpProbe {
  /** Name for the answer, unique in the request. */
  readonly id: string
  /** `https://name:port/path`; the name is used for SNI and certificate validation. */
  readonly url: string
  /** Where to connect, when the name is not to be resolved. */
  readonly address?: string
  /** Further headers, to see what somebody gets who makes up an identity. Never a credential. */
  readonly headers?: Readonly<Record<string, string>>
  /** Bytes of the body to wait for, of which none is kept: how fast they come is the answer. */
  readonly measure?: number
}

/**
 * What an answer's `error` says when somebody took the connection and then time ran out: what the answer
 * would have been is not known. `timeout` alone means that no connection came about.
 */
export const RAN_OUT = 'no answer in time'

export type TcpState = 'open' | 'refused' | 'filtered' | 'unreachable'

/** Open ports are listed; the rest is counted, so that an answer over 65,535 ports stays small. */
export interface TcpAnswer {
  readonly address: string
  readonly open: readonly number[]
  readonly refused: number
  readonly filtered: number
  readonly unreachable: number
}

export interface HttpAnswer {
  readonly id: string
  /** Absent when no HTTP answer came; `error` then says why, e.g. `ECONNREFUSED`, `timeout`, or {@link RAN_OUT}. */
  readonly status?: number
  readonly location?: string
  readonly contentType?: string
  /** First 64 KiB of the body. */
  readonly body?: string
  /** How fast the body came, when that was asked for. */
  readonly measured?: {
    readonly bytes: number
    /** From the question to the first of them. */
    readonly firstByteMs: number
    /** From there to the last. */
    readonly bodyMs: number
  }
  readonly tookMs: number
  readonly error?: string
  /** Of the TLS peer, when the URL is https and the handshake reached it. */
  readonly certificate?: {
    readonly subject: string
    readonly issuer: string
    readonly notAfter: string
    /** Chain and name check against the probe's trust store (and `ca` of the vantage). */
    readonly valid: boolean
    readonly because?: string
  }
}

export interface ProbeAnswer {
  /** The probe's own addresses while it looked: proof of where it stood. */
  readonly from: readonly string[]
  readonly tcp: readonly TcpAnswer[]
  readonly udp: readonly {
    readonly address: string
    readonly port: number
    readonly state: 'open' | 'closed' | 'open|filtered'
  }[]
  readonly http: readonly HttpAnswer[]
  readonly ssh: readonly {
    readonly address: string
    readonly port: number
    readonly methods?: readonly string[]
    readonly banner?: string
    /** SHA256 fingerprint of the key the server showed; recorded, not verified: only a user name was sent. */
    readonly hostKey?: string
    readonly error?: string
  }[]
  readonly igd?: {
    readonly ssdp: readonly string[]
    readonly natPmp: boolean
    readonly pcp: boolean
  }
  readonly dns: readonly {
    readonly name: string
    readonly type: string
    readonly values: readonly string[]
    readonly error?: string
  }[]
}
