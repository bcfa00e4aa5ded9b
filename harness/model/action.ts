import type { Hands } from './target.ts'

/** Undoes an action. Undoing twice is harmless. */
export type Undo = () => Promise<void>

/**
 * Something done by a shell, as plain data: it can be written down before it is done, and undone by somebody
 * else who reads that.
 */
export interface Step {
  /** Host, or `documents`. */
  readonly on: string
  readonly does: string
  /** Undoes it; harmless when nothing was done. Empty when nothing has to be undone. */
  readonly undo: string
}

/**
 * A reversible change: the only thing in the suite that writes. It holds one way of doing the same
 * thing per kind of hands; a target that has none of them cannot make it, and the proof says so.
 */
export interface Action {
  /** What it does, as a short imperative. */
  readonly says: string
  readonly hands: {
    readonly [Kind in keyof Hands]?: (hand: NonNullable<Hands[Kind]>) => Promise<Undo> | Undo
  }
  /** Hosts, APIs, vantages and `documents` whose answers it can change; what the proof asks again. */
  readonly touches: readonly string[]
  /** The same as what `hands.shell` does, where it is all a matter of commands: what a drill needs. */
  readonly steps?: readonly Step[]
}

/** A real defect. Exactly one control must notice it, the one at the same path under `specs/`, plus `alsoBreaks`. */
export interface Fault extends Action {
  /** Ids of other controls that this defect rightly breaks too. */
  readonly alsoBreaks: readonly string[]
  /** Ids of controls that can no longer say, rightly. */
  readonly alsoHides: readonly string[]
}

/** A defect of our own eyesight: whatever was judged by it must turn unverifiable, and nothing may pass or fail for it. */
export interface Blind extends Action {
  readonly blind: true
}

/** Thrown by hands that cannot reach what an action is about: it can not be made on this target. */
export class OutOfReach extends Error {
  override name = 'OutOfReach'
}

/** Thrown where a replica has no answer at all to what an action would change: in health nobody could judge by it either. */
export class NothingRecorded extends OutOfReach {
  override name = 'NothingRecorded'
}
