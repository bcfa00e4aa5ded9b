import type { Judgement } from '../harness/model/judgement.ts'

/** Why a night is no proof of anything, or cannot be relied on. */
export interface Trouble {
  readonly kind:
    | 'deadline'
    | 'bad input'
    | 'crash'
    | 'bug'
    | 'nothing judged'
    | 'waivers'
    | 'interrupted'
  /** What happened and what to do, one or more lines; holds no secret. */
  readonly says: string
}

/** A control whose verdict is not what it was. */
export interface Change {
  readonly id: string
  readonly title: string
  readonly impact: Judgement['impact']
  /** Absent when it was not judged before. */
  readonly from?: Judgement['verdict']
  /** Absent when it is judged no more. */
  readonly to?: Judgement['verdict']
  /** When `from` was first met, ISO 8601. */
  readonly since?: string
  /** Why it is what it is; of a control that is well again, why it was not. */
  readonly because: string
  readonly remedy: string
  /** Who gave no answer at all, when that is why it is, or was, unverifiable. */
  readonly lost?: string
}

/** What one channel had to be told, and what became of it. */
export interface Telling {
  readonly channel: string
  readonly outcome: 'told' | 'nothing to tell' | 'failed'
  /** Why it failed; holds no secret. */
  readonly because?: string
}

/** One night, as `night.json` of the history holds it. */
export interface Night {
  readonly schema: 'plumbline/night/1'
  readonly lab: string
  readonly target: string
  readonly startedAt: string
  readonly endedAt: string
  /** Whether the lab was judged: then there is a run.json beside it. */
  readonly judged: boolean
  readonly trouble?: Trouble
  /** Against the night before. */
  readonly changes: readonly Change[]
  readonly told: readonly Telling[]
  /** Of this night: as of `plumb verify`, and 5 when somebody could not be told or something could not be kept. */
  readonly exit: number
}
