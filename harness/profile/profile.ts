import type { Inventory } from '../model/inventory.ts'
import type { Parameter } from './parameter.ts'

/** What a user changes to decide a ruling otherwise: a parameter, a key of `lab.yaml`, or a waiver of the control. */
export type Override =
  | `p.${string}`
  | keyof Inventory
  | `${keyof Inventory}.${string}`
  | `${keyof Inventory}[].${string}`
  | 'waiver'

/** How a document that contradicts itself is read here. Written once, never inside a spec. */
export interface Ruling {
  /** Kebab-case, unique in the profile, never recycled. */
  readonly id: string
  /** Ids of the statements that do not go together; two at least. */
  readonly between: readonly string[]
  /** Why they cannot both be taken at their word. */
  readonly conflict: string
  /** What holds here. */
  readonly ruling: string
  /** Why that reading and no other. */
  readonly because: string
  /** Ids of the controls that judge by it, e.g. `zero-trust/parity-is-fresh`. */
  readonly affects: readonly string[]
  /** Where a user decides otherwise. */
  readonly override?: readonly Override[]
}

export interface About {
  /** By name, e.g. `p.snapraid.max_age`. */
  readonly parameters: Readonly<Record<string, Parameter>>
  /** Statements that no control judges by themselves, and why. A statement id in the reason says where it is judged instead. */
  readonly narrative: Readonly<Record<string, string>>
  readonly rulings: readonly Ruling[]
  /** Controls still to be written, by slug, and the statement that each will stand on. */
  readonly planned: Readonly<Record<string, string>>
  /** Invariants that will not become controls here, by slug, and why. */
  readonly notHere: Readonly<Record<string, string>>
}

/** The controls of one document share this: thresholds, readings, and what is left out. */
export interface Profile extends About {
  readonly title: string
}

/**
 * Declares a profile.
 *
 * @throws Error naming the first entry that contradicts another one
 */
export function profile(title: string, about: About): Profile {
  const complain = (problem: string): never => {
    throw new Error(`profile "${title}": ${problem}`)
  }
  for (const name of Object.keys(about.parameters))
    if (!/^p(\.[a-z0-9_]+)+$/.test(name))
      complain(`parameter "${name}" is not named like p.area.name`)
  for (const slug of Object.keys(about.planned))
    if (slug in about.notHere) complain(`${slug} is both planned and not here`)
  const seen = new Set<string>()
  for (const { id, between, override = [] } of about.rulings) {
    if (seen.has(id)) complain(`two rulings are called ${id}`)
    seen.add(id)
    if (between.length < 2) complain(`ruling ${id} needs two statements that disagree`)
    const stray = override.find((key) => key.startsWith('p.') && !(key in about.parameters))
    if (stray) complain(`ruling ${id} is overridden by ${stray}, which is no parameter`)
  }
  return { title, ...about }
}

/** Parameter defaults by name: what a judgement falls back to when the inventory says nothing. */
export const defaultsOf = ({ parameters }: About): Readonly<Record<string, Parameter['default']>> =>
  Object.fromEntries(Object.entries(parameters).map(([name, { default: value }]) => [name, value]))
