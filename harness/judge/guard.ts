import type { Views } from './views.ts'

/** A precondition of trust. When it does not hold, whatever it guards may not be read: its readers are unverifiable. */
export interface Guard {
  /** Kebab-case, e.g. `pve-sees-all`; the report names it. */
  readonly name: string
  /** What is true when it holds. */
  readonly says: string
  /** Whether this fact may only be trusted when the guard holds for its subject. */
  readonly covers: (fact: string, subject: string) => boolean
  /** Throws Violation or Unverifiable when it does not hold for a fact about a subject. Reads facts unguarded. */
  readonly holds: (views: Views, subject: string, fact: string) => void
}

export const guard = (about: Guard): Guard => about
