import type { Documents, Get, Output } from './collector.ts'
import type { Reality } from './fact.ts'
import type { Host, Inventory, Vantage } from './inventory.ts'
import type { ProbeAnswer, ProbeRequest } from './probe.ts'

/** One question of a host's script. */
export interface Section {
  readonly name: string
  readonly command: string
  readonly timeoutSeconds: number
}

/** Something the suite can be pointed at: the live lab or a replica. Reading only; writing needs hands. */
export interface Target {
  readonly name: 'live' | 'embedded' | 'containers' | 'qemu'
  /** What should exist, secrets still by reference. */
  readonly inventory: Inventory
  /** One login, one session, every section. Rejects with Unseen when the host gives nothing; a section that was cut short is absent. */
  ask(
    host: Host,
    sections: readonly Section[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, Output>>
  /** Opens one API; every GET goes through it. `source` names it in evidence. */
  api(name: string, signal: AbortSignal): Promise<Get & AsyncDisposable>
  /** Whether a vantage's look is made by {@link Target.probe}, or travels as a section of the host it looks from. */
  looksFrom(vantage: Vantage): 'here' | 'host'
  probe(vantage: Vantage, request: ProbeRequest, signal: AbortSignal): Promise<ProbeAnswer>
  documents(signal: AbortSignal): Promise<Documents>
  /** What an answer is worth here. `fact` is the fact's name, `subject` a host, an API, a vantage or `documents`, `ask` the path that an API was asked for. */
  reality(fact: string, subject: string, ask?: string): Reality
  /** What actions write through; a live lab has none unless the operator lends them. */
  readonly hands?: Hands
  [Symbol.asyncDispose](): Promise<void>
}

/** How a target may be changed. A target has the hands that are real for it; an action picks one it knows. */
export interface Hands {
  /** Runs a command as root on a host of a real replica; rejects on a non-zero status. */
  readonly shell?: (host: string, command: string, signal?: AbortSignal) => Promise<Output>
  /** Switches and drives of a replica's machines. */
  readonly machines?: MachineHands
  /** Edits the recordings of an embedded replica. */
  readonly recording?: Recording
}

/** What only hands on a machine itself can do. A host that is none throws `OutOfReach`. */
export interface MachineHands {
  /** As `Hands.shell`. */
  readonly shell: NonNullable<Hands['shell']>
  /** Pulls the cord and plugs it in again; resolves once it has booted. `order`: how its drives, by serial, are found from then on. */
  cycle(host: string, order?: readonly string[]): Promise<void>
  /** Pulls a drive while it is in use. */
  unplug(host: string, serial: string): Promise<void>
  /** Pulls a drive, and plugs an empty one in, whose serial is `by`. */
  replace(host: string, serial: string, by: string): Promise<void>
  /** Puts the machine back into the state that it had when the target was opened. */
  revert(host: string): Promise<void>
}

/** The answers of an embedded lab. An edit is undone by its return value, exactly. */
export interface Recording {
  /** Changes with every edit; the same again once all edits are undone. */
  state(): string
  /** Rewrites a host's answer to one section; `text` is the stored stdout with its time tokens. */
  section(host: string, section: string, edit: (answer: Output) => Output): () => void
  /** Rewrites an API's answer to one GET; `path` as recorded, query included. */
  api(api: string, path: string, edit: (answer: ApiAnswer) => ApiAnswer): () => void
  /** The text of a tracked document at a moment, its time tokens filled; undefined when there is none. */
  documentText(path: string, now: Date): string | undefined
  /** Rewrites or removes (undefined) a tracked document. */
  document(path: string, edit: (text: string) => string | undefined): () => void
  /** Adds a tracked document, made of the text of one that is there. */
  newDocument(path: string, of: string, edit: (text: string) => string): () => void
  /** Rewrites what a vantage meets. */
  network(edit: (network: EmbeddedNetwork) => EmbeddedNetwork): () => void
  /** Takes a host, API or vantage down: `down` refuses connections, `hang` never answers, `wrong-key` presents another identity, `denied` refuses the login, `cut` ends the answer in the middle, `empty` answers 200 with nothing in any list. */
  trouble(subject: string, kind: Trouble): () => void
}

export type Trouble = 'down' | 'hang' | 'wrong-key' | 'denied' | 'cut' | 'html' | 'empty'

export interface ApiAnswer {
  readonly status: number
  readonly contentType: string
  readonly body: string
}

/** Who answers whom in an embedded lab: the sockets that are really opened on loopback. */
export interface EmbeddedNetwork {
  readonly listeners: readonly Listener[]
  /** Answers of HTTP endpoints by URL, for the vantages named (`*` for all). A listener that speaks http(s) and has no answer for a URL says 404. */
  readonly web: readonly WebAnswer[]
  /** Names that resolve, for the vantages in `from` (default every one); any other name does not exist. */
  readonly dns: readonly {
    readonly name: string
    readonly type: string
    readonly values: readonly string[]
    readonly from?: readonly string[]
  }[]
  /** Vantages whose link is cut: they meet silence everywhere. */
  readonly cut: readonly string[]
}

/** A port that answers the vantages named in `from` (`*` for all). Others meet silence, or a refusal when `refuses` names them. */
export interface Listener {
  readonly address: string
  readonly port: number
  readonly protocol: 'tcp' | 'udp'
  readonly from: readonly string[]
  readonly refuses?: readonly string[]
  /** What is said on the port; default nothing. */
  readonly speaks?: 'http' | 'https' | 'ssh' | 'ssdp' | 'nat-pmp' | 'pcp'
  /** Name in a certificate of its own making that is shown in place of the right one. */
  readonly showsCertificateOf?: string
  /** Methods an SSH server offers; default `['publickey']`. */
  readonly sshMethods?: readonly string[]
}

export interface WebAnswer {
  readonly url: string
  readonly from: readonly string[]
  /** Only for requests with this header, small letters; such an answer goes before those without. */
  readonly header?: string
  readonly status: number
  readonly contentType?: string
  readonly location?: string
  readonly body?: string
  /** In place of a body: this many bytes, sent over `overMs` after `afterMs`. */
  readonly bytes?: number
  readonly afterMs?: number
  readonly overMs?: number
}
