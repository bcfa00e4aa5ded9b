import pLimit from 'p-limit'
import type { Collector } from '../model/collector.ts'
import type { Fact } from '../model/fact.ts'
import type { Snapshot } from '../model/snapshot.ts'
import type { Target } from '../model/target.ts'
import type { Waiver } from '../model/waiver.ts'
import { askApis } from './ask-apis.ts'
import { askDocuments } from './ask-documents.ts'
import { askHosts } from './ask-hosts.ts'
import { askVantages } from './ask-vantages.ts'
import { loadAll } from './load.ts'

/** Removes what must not be seen from any text or value. */
export interface Redact {
  redact(text: string): string
  redactJson<T>(value: T): T
}

export interface Collecting {
  readonly target: Target
  readonly collectors: readonly Collector[]
  readonly redactor: Redact
  readonly signal: AbortSignal
  /** Told as each host, API and vantage is done. */
  readonly onDone?: (subject: string, facts: number, unknown: number) => void
  /** Ask only these hosts, APIs, vantages and `documents`; by default everything. */
  readonly only?: ReadonlySet<string>
}

/** Facts by key, before they become a snapshot. */
export type Facts = Map<string, Fact>

/** One sick host costs its own facts and nothing else; so many are asked at once. */
const AT_ONCE = 8

/** Every collector in `harness/collectors/`; there is no list to keep. Other exports of those files are shapes and words. */
export const collectors = async (): Promise<readonly Collector[]> =>
  (await loadAll<unknown>('harness/collectors/*.ts')).filter(isCollector)

const isCollector = (found: unknown): found is Collector =>
  typeof found === 'object' && found !== null && 'kind' in found && 'fact' in found

/** Asks every question once. Never rejects for something the lab did: what fails becomes an unknown fact. */
export async function collectFacts(collecting: Collecting): Promise<Facts> {
  const facts: Facts = new Map()
  const limit = pLimit(AT_ONCE)
  const { redactor } = collecting
  const keep = (key: string, fact: Fact) => void facts.set(key, redactor.redactJson(fact))
  await Promise.all([
    ...askHosts(collecting, limit, keep),
    ...askApis(collecting, limit, keep),
    ...askVantages(collecting, limit, keep),
    ...askDocuments(collecting, limit, keep),
  ])
  collecting.signal.throwIfAborted()
  return facts
}

/** Facts and everything else a judgement needs, ready to be written. Keys are sorted, so equal facts give equal bytes. */
export function snapshotOf(
  facts: Facts,
  about: {
    target: Target
    inventoryDigest: string
    waivers: readonly Waiver[]
    startedAt: Date
    endedAt: Date
  },
): Snapshot {
  return {
    schema: 'plumbline/snapshot/1',
    lab: about.target.inventory.lab,
    target: about.target.name,
    takenAt: about.endedAt.toISOString(),
    durationMs: about.endedAt.getTime() - about.startedAt.getTime(),
    inventory: about.target.inventory,
    inventoryDigest: about.inventoryDigest,
    waivers: about.waivers,
    facts: Object.fromEntries([...facts].sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}
