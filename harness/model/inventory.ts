/**
 * What should exist: the operator's side of every comparison, read from `lab.yaml`.
 * `harness/schemas/inventory.schema.json` is the same shape with a description of every key.
 * Sections a lab does not have are absent; a control that needs an absent one is unverifiable,
 * unless `absent` declares its subject as not there.
 */
export interface Inventory {
  /** Name of the lab; also the folder of its reports. */
  readonly lab: string
  readonly profiles: readonly string[]
  readonly hosts: readonly Host[]
  readonly guests: readonly Guest[]
  readonly services: readonly Service[]
  readonly vantages: readonly Vantage[]
  /** HTTP APIs by name: `proxmox`, `prometheus`, `alertmanager`, `grafana`, `tailscale`. */
  readonly apis: Readonly<Record<string, Api>>
  readonly documents?: DocumentsAt
  readonly people?: readonly Person[]
  readonly network?: Network
  readonly storage?: Storage
  readonly smb?: Smb
  readonly gpu?: { readonly host: string; readonly uuid: string; readonly vendor: string }
  readonly tailnet?: Tailnet
  readonly recovery?: Recovery
  /** Subjects that this lab does not have, and why: makes their controls not applicable. */
  readonly absent?: Readonly<Record<string, string>>
  /** Thresholds that differ from the profile's defaults, by parameter name. */
  readonly parameters: Readonly<Record<string, string | number | readonly string[]>>
}

export type Role =
  | 'hypervisor'
  | 'storage'
  | 'compute'
  | 'service'
  | 'monitoring'
  | 'router'
  | 'vantage'

export interface Host {
  readonly name: string
  readonly role: Role
  /** Address on the lab's own network, IPv4 or IPv6. */
  readonly address: string
  /** Address in the tailnet, when it is a member. */
  readonly tailnetAddress?: string
  /** The hypervisor's id of this guest, when it is one. */
  readonly vmid?: number
  readonly ssh: Ssh
}

export interface Ssh {
  readonly port: number
  readonly user: string
  /** SHA256 fingerprint of the host key; without it the key must be in known_hosts. */
  readonly hostKey?: string
  /** Path of a known_hosts file; default `~/.ssh/known_hosts`. */
  readonly knownHosts?: string
  /** Private key by reference (`file:`, `env:` or `exec:`); without it the agent is asked. */
  readonly key?: string
  /** Name of the host to jump through. */
  readonly jump?: string
  /** `sudo` runs the script as root; default `none`. */
  readonly become?: 'sudo' | 'none'
}

export interface Guest {
  readonly vmid: number
  readonly name: string
  readonly type: 'qemu' | 'lxc'
  readonly autostart: boolean
  /** Guests that must be up before this one. */
  readonly after?: readonly string[]
  /** LXC features that are allowed beyond none, e.g. `nesting=1`. */
  readonly features?: readonly string[]
  /** Host devices that are allowed, e.g. `/dev/net/tun`. */
  readonly devices?: readonly string[]
}

export interface Service {
  readonly name: string
  /** Name of the host or guest it runs on. */
  readonly host: string
  readonly runtime: 'docker' | 'lxc' | 'vm' | 'host'
  readonly role: 'media' | 'cloud' | 'passwords' | 'books' | 'monitoring' | 'storage' | 'other'
  /** Ports it listens on. */
  readonly ports: readonly number[]
  /** Whether its container needs the GPU. */
  readonly gpu?: boolean
  /** Whether root inside the container is accepted, with the reason. */
  readonly rootful?: string
  /** URL of its health endpoint in the tailnet, when people use it remotely. */
  readonly remote?: { readonly url: string; readonly expect: number }
  /** URL that must not give data without a login. */
  readonly unauthenticated?: { readonly url: string; readonly refuses: readonly number[] }
}

/** Where on the network we look from. */
export interface Vantage {
  readonly name: 'internet' | 'lan' | 'tailnet' | 'stranger' | (string & {})
  /** `local` looks from this machine; a host name looks from there over SSH. */
  readonly from: string
  /** Networks (CIDR) that the vantage's own source address must be in: proof of where it stands. */
  readonly within: readonly string[]
  /** Something that must answer: without it nothing this vantage does not see is believed. */
  readonly positive: { readonly address: string; readonly port: number }
  /** Something that must not answer. */
  readonly negative: { readonly address: string; readonly port: number }
  /** TCP ports to try on every address, e.g. `1-65535` or `22,80,8000-9000`. */
  readonly tcpPorts: string
}

export interface Api {
  readonly url: string
  /** Secret by reference, sent as the API wants it. */
  readonly token?: string
  /** PEM file of the CA that signed its certificate. */
  readonly ca?: string
  /** SHA-256 fingerprint of its certificate, colons allowed. */
  readonly fingerprint?: string
}

/** The documentation repository: a folder in a git work tree (read at HEAD) of this machine. */
export interface DocumentsAt {
  readonly path: string
}

export interface Person {
  readonly name: string
  /** Login in the tailnet, e.g. `ana@example.net`. */
  readonly tailnetLogin?: string
  /** Fingerprints (SHA256:…) of this person's SSH keys. */
  readonly sshKeys?: readonly string[]
  /** User at the hypervisor, e.g. `ana@pam`. */
  readonly proxmoxUser?: string
}

export interface Open {
  readonly host: string
  readonly port: number
  readonly protocol: 'tcp' | 'udp'
  readonly because: string
}

export interface Network {
  readonly lan: string
  /** The site's public IPv4 addresses; empty when the provider shares one (CGNAT), and then `egress` says so. */
  readonly wanIpv4: readonly string[]
  readonly wanIpv6: readonly string[]
  readonly egress: 'router' | 'cgnat'
  /** Public DNS names of the site. */
  readonly domains: readonly string[]
  /** What may answer from the internet; empty by default. */
  readonly wanAllowed: readonly Open[]
  /** What may answer on the LAN: the media ports. */
  readonly lanExposed: readonly Open[]
  /** Management ports that may answer on the LAN, each with its reason. */
  readonly lanManagement: readonly Open[]
  /** Where SSH may be reached from, by vantage name. */
  readonly sshSources: readonly string[]
  /** Who may connect to whom, between guests: anything else must be closed. */
  readonly flows: readonly {
    readonly from: string
    readonly to: string
    readonly ports: readonly number[]
  }[]
}

export interface Disk {
  readonly name: string
  /** Mount point. */
  readonly path: string
  readonly uuid: string
  /** Serial of the physical drive behind it. */
  readonly serial: string
}

export interface Storage {
  readonly host: string
  /** Mount point of the pool. */
  readonly pool: string
  readonly dataDisks: readonly Disk[]
  readonly parityDisks: readonly Disk[]
  /** Exclude patterns accepted in snapraid.conf. */
  readonly excludes: readonly string[]
  /** Root of the media tree, on the server. */
  readonly mediaPath: string
  /** Units that use storage, and the mount points they need. */
  readonly mountUsers: readonly {
    readonly host: string
    readonly unit: string
    readonly paths: readonly string[]
  }[]
}

export interface Smb {
  readonly host: string
  readonly shares: readonly SmbShare[]
  /** Hosts that mount shares: the only ones that may reach port 445. */
  readonly clients: readonly string[]
  /** Vantage (host of role `vantage` or a client) that runs the access matrix, and the folder there with one smbclient credentials file per account, `<account>.cred`. */
  readonly matrixFrom: string
  readonly credentials: string
}

export interface SmbShare {
  readonly name: string
  readonly path: string
  /** Right per account; an account not listed has none. */
  readonly accounts: Readonly<Record<string, 'ro' | 'rw'>>
  /** The service or host that consumes it. */
  readonly consumer: string
}

export interface Tailnet {
  /** MagicDNS suffix, e.g. `tail1234.ts.net`. */
  readonly name: string
  readonly devices: readonly {
    readonly name: string
    readonly user?: string
    readonly tag?: string
  }[]
  /** Subnet routes allowed, by device; empty by default. */
  readonly routes: Readonly<Record<string, readonly string[]>>
  /** Devices that may run Tailscale SSH. */
  readonly ssh: readonly string[]
  /** What granted identities must reach, and what must be denied: compared with the policy's own tests. */
  readonly flows: readonly {
    readonly src: string
    readonly accept: readonly string[]
    readonly deny: readonly string[]
  }[]
}

export interface Recovery {
  /** Scenarios that need a runbook and a drill. */
  readonly scenarios: readonly string[]
  /** Folder of drill records in the documents repository. */
  readonly records: string
  /** Parts that monitoring shares with what it watches, each covered by an outside check. */
  readonly sharedFate: readonly string[]
}
