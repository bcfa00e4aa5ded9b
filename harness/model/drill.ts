import type { Action } from './action.ts'
import type { Target } from './target.ts'

/** What a person does to bring it back, as a runbook says. The clock runs while they do it. */
export interface Procedure {
  /** What they do, as a short imperative. */
  readonly says: string
  /** Scenario of the runbook that it follows, in the documents of the lab. */
  readonly runbook?: string
  readonly does: Action
}

/** Data that must be as it was before. */
export interface Stake {
  readonly on: string
  /** Folders whose every file is compared by digest. */
  readonly folders: readonly string[]
  /**
   * A folder of our own where a file is left every two seconds, from before anything is prepared until the
   * disturbance: the newest that comes back tells how much was lost. It lies outside of `folders`.
   */
  readonly marker?: string
  /** What is to be done once that folder is removed. */
  readonly tidy?: string
  /** Most that may be lost; default `critical`. */
  readonly mayLose?: Objective
  /** What brings lost files back, where the record of the drill tells how fast: a command of the procedure. */
  readonly rebuilt?: { readonly by: string; readonly folders: readonly string[] }
  /** Controls that must hold before anything is put at stake: that there is a fresh way back. */
  readonly safeguards: readonly string[]
}

/** The document's bound, or a parameter of the profile. */
export type Objective = 'critical' | 'noncritical' | `p.${string}`

/** Controls are named by slug, or by id where they are of another profile. */
export interface DrillAbout {
  /** Number of the statement in the profile's `document.md`. */
  readonly statement: string
  /** Controls that hold before and hold again at the end. */
  readonly steadyState: readonly string[]
  /** Those of them that must be seen to fail: a method that disturbed nothing shows nothing. Default all that are in no other list. */
  readonly breaks?: readonly string[]
  /** Those of them that nobody can tell about meanwhile, as who would answer is down. */
  readonly hides?: readonly string[]
  /** Those of them that must hold all the while: what is promised to survive. */
  readonly holds?: readonly string[]
  /** What has to be there before the first look; undone at the end. */
  readonly prepare?: Action
  readonly method: Action
  /** Absent when the platform has to come back by itself. */
  readonly recover?: Procedure
  /** Longest time from the disturbance to the steady state. */
  readonly objective: Objective
  /** Alert that must fire meanwhile. A procedure begins when it does: nobody acts on what they were not told. */
  readonly alert?: string
  readonly stake?: Stake
  /** Scenario under which the record of this drill is kept; default none is written. */
  readonly record?: string
  /** Targets where the method cannot be carried out, and what it waits for. */
  readonly notOn?: Readonly<Partial<Record<Target['name'], string>>>
}

export interface Drill extends DrillAbout {
  readonly title: string
}
