import type { HostFacts, LabFacts, VantageFacts } from './facts.ts'
import type { Host, Inventory, Role, Vantage } from './inventory.ts'
import type { ProbeAnswer, ProbeRequest } from './probe.ts'

/** What a command said: exit status and both streams, untouched. */
export interface Output {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

/** A question to every host of some roles: one line of POSIX sh, run as one section of the host's only session. */
export interface HostCollector<Name extends keyof HostFacts = keyof HostFacts> {
  readonly kind: 'host'
  readonly fact: Name
  /** Roles of the hosts that are asked; without it, every host but vantages. */
  readonly roles?: readonly Role[]
  /** Instead of roles: whether this host is asked, where the inventory says who has to answer. */
  readonly where?: (host: Host, inventory: Inventory) => boolean
  /** Constant text, or made from the inventory; then only `word()` may put a value into it. No secret, ever: the text is visible in process lists. */
  readonly command: string | ((host: Host, inventory: Inventory) => string)
  /** Exit statuses that carry an answer; any other makes the fact unknown. Default `[0]`. */
  readonly exits?: readonly number[]
  /** Default 20. */
  readonly timeoutSeconds?: number
  /** Throws when the answer is not understood; the fact is then unknown, with that message. */
  readonly parse: (output: Output, host: Host, inventory: Inventory) => HostFacts[Name]
}

/** A read-only API: one GET at a time, parsed JSON back. Throws {@link Unseen}. */
export interface Get {
  /** The decoded JSON body of a 200 answer. `path` includes the query; `null` members stay null. */
  (path: string): Promise<unknown>
  /** Status, content type and text of any answer, for endpoints where "not 200" is information. */
  raw(path: string): Promise<{ status: number; contentType: string; text: string }>
}

/** A question to one HTTP API of the inventory, in as many GETs as it takes. */
export interface ApiCollector<Name extends keyof LabFacts = keyof LabFacts> {
  readonly kind: 'api'
  readonly fact: Name
  /** Key under `apis:` in the inventory, e.g. `proxmox`. */
  readonly api: string
  /** Whether this lab is asked at all; default yes, where it has that API. */
  readonly where?: (inventory: Inventory) => boolean
  readonly read: (get: Get, inventory: Inventory) => Promise<LabFacts[Name]>
}

/** The lab's own documents, as tracked at HEAD. */
export interface Documents {
  /** Tracked paths, sorted. */
  list(): Promise<readonly string[]>
  /** Text of one tracked file; throws {@link Unseen} when it is not tracked. */
  read(path: string): Promise<string>
}

/** A question to the lab's documentation repository. */
export interface DocumentCollector<Name extends keyof LabFacts = keyof LabFacts> {
  readonly kind: 'document'
  readonly fact: Name
  readonly read: (documents: Documents, inventory: Inventory) => Promise<LabFacts[Name]>
}

/** A look from one vantage: what to try, and what the answers mean. All requests of a vantage travel together. */
export interface VantageCollector<Name extends keyof VantageFacts = keyof VantageFacts> {
  readonly kind: 'vantage'
  readonly fact: Name
  /** Undefined when this vantage has nothing to look at for this fact. */
  readonly ask: (vantage: Vantage, inventory: Inventory) => ProbeRequest | undefined
  readonly parse: (
    answer: ProbeAnswer,
    vantage: Vantage,
    inventory: Inventory,
  ) => VantageFacts[Name]
}

export type Collector = HostCollector | ApiCollector | DocumentCollector | VantageCollector

/** Names its fact by the key, so that the type of `parse` follows. */
export const hostCollector = <const Name extends keyof HostFacts>(
  fact: Name,
  about: Omit<HostCollector<Name>, 'kind' | 'fact'>,
): HostCollector<Name> => ({ kind: 'host', fact, ...about })

export const apiCollector = <const Name extends keyof LabFacts>(
  fact: Name,
  about: Omit<ApiCollector<Name>, 'kind' | 'fact'>,
): ApiCollector<Name> => ({ kind: 'api', fact, ...about })

export const documentCollector = <const Name extends keyof LabFacts>(
  fact: Name,
  about: Omit<DocumentCollector<Name>, 'kind' | 'fact'>,
): DocumentCollector<Name> => ({ kind: 'document', fact, ...about })

export const vantageCollector = <const Name extends keyof VantageFacts>(
  fact: Name,
  about: Omit<VantageCollector<Name>, 'kind' | 'fact'>,
): VantageCollector<Name> => ({ kind: 'vantage', fact, ...about })

/** A value from the inventory as one shell word. Throws on anything that would need quoting: nothing clever is ever sent to a host. */
export function word(value: string | number): string {
  const text = String(value)
  if (!/^[A-Za-z0-9@%_+=:,./-]+$/.test(text))
    throw new Error(`"${text}" cannot be part of a command: letters, digits and @%_+=:,./- only`)
  return text
}

/** Whether a question is put to a host: `where` decides, else `roles`, else every host but vantages. */
export const isAsked = (
  { roles, where }: Pick<HostCollector, 'roles' | 'where'>,
  host: Host,
  inventory: Inventory,
): boolean =>
  where ? where(host, inventory) : roles ? roles.includes(host.role) : host.role !== 'vantage'
