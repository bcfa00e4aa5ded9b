import type { Fact } from './fact.ts'
import type { Inventory } from './inventory.ts'
import type { Waiver } from './waiver.ts'

/** Everything a judgement needs, and nothing that is secret: facts, what should be, and what was accepted. Plain JSON, deep-frozen once read. */
export interface Snapshot {
  readonly schema: 'plumbline/snapshot/1'
  readonly lab: string
  readonly target: string
  /** When collecting ended, ISO 8601 UTC: the only "now" of every judgement. */
  readonly takenAt: string
  readonly durationMs: number
  readonly inventory: Inventory
  readonly inventoryDigest: string
  readonly waivers: readonly Waiver[]
  /** Keyed `fact@subject`; subject is a host, a vantage or `lab`. */
  readonly facts: Readonly<Record<string, Fact>>
}
