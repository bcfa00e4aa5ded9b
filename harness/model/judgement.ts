import type { Evidence } from './fact.ts'
import type { Verdict } from './verdict.ts'
import type { Waiver } from './waiver.ts'

/** How old something was that has to be recent, and what it may be. */
export interface Age {
  /** Negative when it is dated ahead. */
  readonly ageSeconds: number
  readonly longestSeconds: number
}

/** What was found out about one control in one run: one entry of `verdicts` in run.json. */
export interface Judgement {
  readonly id: string
  readonly profile: string
  /** Folder of the spec: the slug of the document's heading. */
  readonly section: string
  /** Path of the spec from the repository's root; absent in runs of before it was told. */
  readonly spec?: string
  readonly statement: string
  readonly title: string
  readonly impact: 'low' | 'medium' | 'high' | 'critical'
  readonly strength: 'must' | 'target' | 'optional' | 'future'
  readonly kind: string
  readonly standards: readonly string[]
  /** Who answers for it, as the inventory says; absent where it names nobody. */
  readonly owner?: string
  readonly verdict: Verdict
  /** Why, in words; empty for a pass. */
  readonly because: string
  /** What speaks against the claim; at most 50, as plain JSON. */
  readonly offenders: readonly unknown[]
  readonly offendersTotal: number
  /** Keys of the facts that were read, sorted. */
  readonly reads: readonly string[]
  readonly evidence: readonly Evidence[]
  /** Guards that had to hold, by name, sorted. */
  readonly guards: readonly string[]
  /** Each age that was judged, once, the oldest in proportion first, of many the 10 oldest and the 10 youngest; absent where none was. */
  readonly ages?: readonly Age[]
  readonly remedy: string
  readonly waiver?: Waiver
}
