import type { Reason } from './unseen.ts'

/**
 * What an answer is worth: `live` and `real` come from the product itself (the user's, or one we run),
 * `same-protocol` from another program that speaks its protocol, `stand-in` from something that only
 * plays its part, `recorded` from an answer kept earlier, `synthetic` from one that was written after a product's documentation,
 * as nobody has heard the product; `predicted` is what a file says that would change it.
 */
export type Reality =
  | 'live'
  | 'real'
  | 'same-protocol'
  | 'stand-in'
  | 'recorded'
  | 'synthetic'
  | 'predicted'

/** Where a fact comes from: enough for a stranger to repeat the observation by hand. */
export interface Evidence {
  /** Who was asked, e.g. `vm100`, `proxmox API` or `scan from lan`. */
  readonly source: string
  /** What was asked, e.g. `findmnt --json` or `GET /nodes/pve/lxc`. Never holds a secret. */
  readonly ask: string
  /** When the answer was complete, ISO 8601 in UTC, on the collecting machine's clock. */
  readonly takenAt: string
  readonly tookMs: number
  /** SHA-256 of the redacted answer, hex. */
  readonly digest: string
  readonly reality: Reality
}

/** Observed, with evidence. */
export interface Known<T> {
  readonly known: true
  readonly value: T
  readonly evidence: readonly Evidence[]
}

/** Not observed, and why. `evidence` holds the answers that were had before it failed. */
export interface Unknown {
  readonly known: false
  readonly reason: Reason
  /** One sentence: what was asked of whom and what came back. */
  readonly because: string
  readonly source: string
  readonly ask: string
  readonly evidence: readonly Evidence[]
}

/** A typed observation. Never a default. */
export type Fact<T = unknown> = Known<T> | Unknown
