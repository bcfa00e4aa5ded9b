import { join } from 'node:path'
import { readValid, writeValid } from './document.ts'
import schema from './proof.schema.json' with { type: 'json' }

/** `broken`: the change could not be made, looked at or undone; the proof went on with a new target. */
export type Outcome = 'proven' | 'missed' | 'collateral' | 'broken'

/** What one injected fault showed. Controls are named by id. */
export interface FaultProof {
  readonly control: string
  /** What a person did wrong. */
  readonly fault: string
  readonly outcome: Outcome
  /** What went wrong, when it is broken. */
  readonly because?: string
  readonly expected: readonly string[]
  readonly failed: readonly string[]
  /** Controls that turned unverifiable without being declared to. */
  readonly hidden: readonly string[]
  readonly ms: number
}

/** What one injected blind showed. */
export interface BlindProof {
  readonly blind: string
  readonly outcome: Outcome
  /** What went wrong, when it is broken. */
  readonly because?: string
  readonly unverifiable: readonly string[]
  /** Controls that should have turned unverifiable and did not, or that turned something else. */
  readonly wrong: readonly string[]
  readonly ms: number
}

/** A control that nobody has seen fail on this target, and why. */
export interface Unproven {
  readonly control: string
  readonly because: string
}

/** One proof, as `proof.json` holds it. */
export interface Proof {
  readonly schema: 'plumbline/proof/1'
  readonly target: string
  readonly lab: string
  readonly faults: readonly FaultProof[]
  readonly blinds: readonly BlindProof[]
  /** Blinds that hid something which no control reads on this lab. */
  readonly unread: readonly string[]
  readonly summary: {
    readonly controls: number
    /** Every fault of theirs was noticed by exactly whom it should be. */
    readonly proven: number
    readonly missed: number
    readonly collateral: number
    /** With a fault that could not be made, looked at or undone. */
    readonly broken: number
    readonly unprovenHere: readonly Unproven[]
  }
}

/**
 * Writes `proof.json` into a folder, whole or not at all; gives its path.
 *
 * @throws Error when the proof does not fit its own schema: that is our bug
 */
export const writeProof = (proof: Proof, dir: string): Promise<string> =>
  writeValid(proof, schema, join(dir, 'proof.json'))

/**
 * The proof that a folder holds; undefined when nobody has made one.
 *
 * @throws BadInput when the file cannot be used
 */
export async function readProof(dir: string): Promise<Proof | undefined> {
  const what = 'no proof: run `plumb prove` again, or remove it'
  return (await readValid(join(dir, 'proof.json'), schema, what)) as Proof | undefined
}
