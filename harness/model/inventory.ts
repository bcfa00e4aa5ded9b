/**
 * What should exist: the operator's side of every comparison, read from `lab.yaml`.
 * `harness/schemas/inventory.schema.json` is the same shape with a description of every key.
 * Sections a lab does not have are absent; a control that needs an absent one is unverifiable,
 * unless `absent` declares its subject as not there.
 */
export interface Inventory {
  /** Name of the lab; also the folder of its reports. */
  readonly lab: string
  /** Profiles (folders of `specs/`) that the lab is held to. */
  readonly profiles: readonly string[]
  readonly hosts: readonly Host[]
  readonly guests: readonly Guest[]
  readonly services: readonly Service[]
  readonly vantages: readonly Vantage[]
  /** HTTP APIs by name: `proxmox`, `prometheus`, `alertmanager`, `grafana`, `tailscale`, `docker`, `pbs`, `kubernetes`, `vault`, `loki`, `forgejo`. */
  readonly apis: Readonly<Record<string, Api>>
  readonly pve?: Pve
  readonly documents?: DocumentsAt
  readonly people?: readonly Person[]
  /** Hosts and guests that are meant to run a Docker engine; each is asked for all of its containers. */
  readonly engines?: readonly string[]
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
  | 'development'
  | 'access'
  | 'router'
  | 'vantage'

export interface Host {
  /** Name that everything else refers to. Not `local`, `lab` or `documents`: those words are taken. */
  readonly name: string
  readonly role: Role
  /** Address on the lab's own network, IPv4 or IPv6; for a vantage, where it stands. */
  readonly address: string
  /** Address in the tailnet, when it is a member. */
  readonly tailnetAddress?: string
  /** Further addresses that a scan must cover, e.g. a ULA, or `fe80::1%eth0` with the vantage's interface. */
  readonly alsoAt?: readonly string[]
  /** The hypervisor's id of this guest, when it is one. */
  readonly vmid?: number
  readonly ssh: Ssh
}

export interface Ssh {
  readonly port: number
  readonly user: string
  /** Which of the host's addresses to log in at: `tailnet` means `tailnetAddress`; default `lan`, its `address`. */
  readonly over?: 'lan' | 'tailnet'
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
  /** Whether it starts with the hypervisor. */
  readonly autostart: boolean
  /** Guests that must be up before this one. */
  readonly after?: readonly string[]
  /** LXC features that are allowed beyond none, e.g. `nesting=1`. */
  readonly features?: readonly string[]
  /** Host devices that are allowed, e.g. `/dev/net/tun`. */
  readonly devices?: readonly string[]
  /** The one thing it is there for, in a word of the operator’s; its tag at the hypervisor. */
  readonly responsibility?: string
}

export interface Service {
  readonly name: string
  /** Name of the host or guest it runs on. */
  readonly host: string
  readonly runtime: 'docker' | 'lxc' | 'vm' | 'host'
  readonly role: 'media' | 'cloud' | 'passwords' | 'books' | 'monitoring' | 'storage' | 'other'
  /** Ports it listens on. */
  readonly ports: readonly number[]
  /** Name of its container, when that differs from the service's. */
  readonly container?: string
  /** Whether its container needs the GPU. */
  readonly gpu?: boolean
  /** Why root inside its container is accepted; without it, root is a finding. */
  readonly rootful?: string
  /** Why its container may hold the engine's socket; without it, holding it is a finding. */
  readonly dockerSocket?: string
  /** Why its container may use the host's network; without it, that is a finding. */
  readonly hostNetwork?: string
  /** Why it may answer on the LAN without a login, e.g. media discovery; without it, that is a finding. */
  readonly publicOnLan?: string
  /** URL of its health endpoint in the tailnet, when people use it remotely. */
  readonly remote?: { readonly url: string; readonly expect: number }
  /** URL that must not give data without a login, and the statuses that count as a refusal. */
  readonly unauthenticated?: { readonly url: string; readonly refuses: readonly number[] }
  /** URL at its LAN address of a file of some MiB that can be fetched without a login: how fast media stream is measured by it. */
  readonly stream?: string
  /** Further pages that are fetched without a login from every vantage, by a name of yours. */
  readonly pages?: Readonly<Record<string, string>>
}

/** One port of one address. */
export interface Endpoint {
  readonly address: string
  readonly port: number
}

/** Where on the network we look from. */
export interface Vantage {
  /** `internet`, `lan`, `tailnet` and `stranger` (a tailnet member without any grant) are the usual ones. */
  readonly name: string
  /** `local` looks from this machine; a host name looks from there over SSH. */
  readonly from: string
  /** Networks (CIDR) that the vantage's own source address must be in: proof of where it stands. */
  readonly within: readonly string[]
  /** Something that must answer: without it nothing this vantage does not see is believed. */
  readonly positive: Endpoint
  /** Something that must not answer. */
  readonly negative: Endpoint
  /** TCP ports to try on every address, e.g. `1-65535` or `22,80,8000-9000`. */
  readonly tcpPorts: string
}

export interface Api {
  /** Base URL. No token is ever sent over plain http. A Docker engine may be a socket: `ssh://vm100/var/run/docker.sock` (through the login of that host) or `unix:///var/run/docker.sock`. */
  readonly url: string
  /** Secret by reference, sent as the API wants it. */
  readonly token?: string
  /** PEM file of the CA that signed its certificate. */
  readonly ca?: string
  /** SHA-256 fingerprint of its certificate, colons allowed. */
  readonly fingerprint?: string
}

/** The Proxmox VE node that runs the guests. */
export interface Pve {
  /** Name of the node in API paths, e.g. `pve`. */
  readonly node: string
}

/** The documentation repository: a folder in a git work tree (read at HEAD) of this machine. */
export interface DocumentsAt {
  /** Absolute, from the home folder with `~/`, or from the folder of lab.yaml. */
  readonly path: string
}

/** Who holds an identity: a human, or a program with `automation`. */
export interface Person {
  readonly name: string
  /** What this program does, when it is not a human: no second factor is asked of it. */
  readonly automation?: string
  /** Login in the tailnet, e.g. `ana@example.net`. */
  readonly tailnetLogin?: string
  /** Fingerprints (SHA256:…) of this person's SSH keys. */
  readonly sshKeys?: readonly string[]
  /** User at the hypervisor, e.g. `ana@pam`. */
  readonly proxmoxUser?: string
}
