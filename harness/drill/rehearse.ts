import type { DrillEntry, Moment } from '../../reports/journal.ts'
import type { Fault } from '../model/action.ts'
import { AtStake, type DataLoss, type Rebuilt } from './at-stake.ts'
import { type Clock, isoOf, secondsBetween } from './clock.ts'
import { conclude } from './conclude.ts'
import type { PlacedDrill } from './find.ts'
import { type Carried, Hand, type Shell } from './hand.ts'
import type { DrillLog } from './log.ts'
import { isFiring, notPassing, type Outage, watchOutage } from './outage.ts'
import { hostsOf, stepsOf } from './steps.ts'
import { ALERTS, RUNBOOKS, type Watching } from './watch.ts'

export interface Rehearsing {
  readonly drill: PlacedDrill
  /** The defect that it is carried out under. */
  readonly fault?: Fault
  readonly watch: Watching
  readonly shell: Shell
  readonly log: Pick<DrillLog, 'begun' | 'undone' | 'left'>
  readonly clock: Clock
  readonly objectiveSeconds: number
  readonly mayLoseSeconds: number
  readonly signal: AbortSignal
  readonly redact: (text: string) => string
  readonly onMoment: (moment: Moment) => void
}

/** A drill as it was carried out, and what its recovery procedure did. */
export interface Rehearsed {
  readonly entry: DrillEntry
  readonly carried: readonly Carried[]
  readonly rebuilt?: Rebuilt
}

/** Longest that the lab may take to be quite well, after a rollback or a drill before, and how often it is looked at meanwhile. */
const SETTLE_MS = 180_000
const EVERY_MS = 3_000

/**
 * Steady, disturbed, lost, recovered, rolled back, steady. The rollback is made whatever happens, also when it is
 * interrupted, and judged by the controls that were judged before.
 */
export async function rehearse(rehearsing: Rehearsing): Promise<Rehearsed> {
  return await new Rehearsal(rehearsing).run()
}

class Rehearsal {
  readonly #r: Rehearsing
  readonly #hand: Hand
  readonly #timeline: Moment[] = []
  readonly #trouble: string[] = []
  #unsteady: readonly string[] = []
  #isInterrupted = false
  #disturbedAt: number | undefined
  #outage: Outage | undefined
  readonly #stake: AtStake | undefined
  #loss: DataLoss = {}
  #carried: readonly Carried[] = []

  constructor(rehearsing: Rehearsing) {
    this.#r = rehearsing
    const { shell, log, clock, drill } = rehearsing
    const about = { drill: drill.id, steadyState: drill.steadyState }
    this.#hand = new Hand(shell, log, about, clock)
    this.#stake = drill.stake && new AtStake(drill.stake, shell, clock)
  }

  async run(): Promise<Rehearsed> {
    const { clock, log } = this.#r
    const startedAt = clock.now()
    let isTouched = false
    let stillUnsteady: readonly string[] = []
    try {
      await this.#carryThrough()
    } catch (error) {
      if (this.#r.signal.aborted) this.#isInterrupted = true
      else this.#fail(error)
    } finally {
      isTouched = log.left.length > 0
      if (isTouched) stillUnsteady = await this.#rollBack()
    }
    const rebuilt = this.#stake?.rebuilt
    return {
      entry: this.#entry(startedAt, isTouched, stillUnsteady),
      carried: this.#carried,
      ...(rebuilt ? { rebuilt } : {}),
    }
  }

  async #carryThrough(): Promise<void> {
    const { drill, fault, watch, clock, signal } = this.#r
    if (!(await this.#isSteady())) return
    if (drill.prepare || drill.stake?.marker !== undefined) {
      await this.#prepare()
      if (!(await this.#isSteady())) return
    }
    this.#note('steady', `${drill.steadyState.length} controls hold`)
    await this.#stake?.remember()
    if (fault) {
      await this.#hand.carryOut(stepsOf(fault), signal)
      this.#note('fault', fault.says)
    }
    await this.#stake?.settle()
    this.#disturbedAt = clock.now()
    await this.#hand.carryOut(stepsOf(drill.method), signal)
    this.#note('disturbed', drill.method.says)
    const { objectiveSeconds } = this.#r
    this.#outage = await watchOutage({
      ...{ drill, watch, clock, signal, objectiveSeconds, disturbedAt: this.#disturbedAt },
      note: (what, says) => this.#note(what, says),
      recover: () => this.#recover(),
    })
    if (this.#stake) this.#loss = await this.#stake.weigh(this.#disturbedAt)
  }

  async #prepare(): Promise<void> {
    const { drill, signal } = this.#r
    await this.#stake?.start(this.#hand, signal)
    if (!drill.prepare) return
    await this.#hand.carryOut(stepsOf(drill.prepare), signal)
    this.#note('prepared', drill.prepare.says)
  }

  /** Nothing is done to a lab that is unwell, or where data would be put at stake without a way back. */
  async #isSteady(): Promise<boolean> {
    this.#unsteady = await this.#lookBefore()
    return this.#unsteady.length === 0
  }

  async #recover(): Promise<string | undefined> {
    const { drill, signal, redact } = this.#r
    try {
      const steps = drill.recover ? stepsOf(drill.recover.does) : []
      this.#carried = await this.#hand.carryOut(steps, signal)
      return undefined
    } catch (error) {
      signal.throwIfAborted()
      return redact(error instanceof Error ? error.message : String(error))
    }
  }

  /** An alert of the drill before this one goes on for some evaluations after all is well: that is waited for. */
  async #lookBefore(): Promise<readonly string[]> {
    const { drill, watch, clock, signal } = this.#r
    const also = [...(drill.alert ? [ALERTS] : []), ...(drill.recover?.runbook ? [RUNBOOKS] : [])]
    const ids = [...new Set([...drill.steadyState, ...(drill.stake?.safeguards ?? [])])]
    const until = clock.now() + SETTLE_MS
    for (;;) {
      const wrong = notPassing(await watch.look(ids, signal, also))
      if (drill.alert === undefined) return wrong
      if (watch.seen(ALERTS) === undefined) return [...wrong, 'nobody can tell which alerts fire']
      if (!isFiring(watch, drill.alert)) return wrong
      if (clock.now() > until) return [...wrong, `${drill.alert} fires already`]
      await clock.sleep(EVERY_MS, signal)
    }
  }

  async #rollBack(): Promise<readonly string[]> {
    const { drill, watch, clock, redact } = this.#r
    await this.#stake?.settle().catch(() => undefined)
    const wrong = await this.#hand.undoAll()
    for (const why of wrong) this.#fail(new Error(`could not be undone: ${redact(why)}`))
    this.#note('rolled back', wrong.length > 0 ? 'in part' : 'everything')
    const end = clock.now() + SETTLE_MS
    // Whoever interrupted us still wants to know what is left.
    const { signal } = new AbortController()
    for (;;) {
      const last = notPassing(await watch.look(drill.steadyState, signal))
      if (last.length === 0) this.#note('steady', 'as before')
      if (last.length === 0 || clock.now() > end) return last
      await clock.sleep(EVERY_MS, signal)
    }
  }

  #fail(error: unknown): void {
    const message = this.#r.redact(error instanceof Error ? error.message : String(error))
    this.#trouble.push(message || 'no reason was given')
    this.#note('trouble', message || 'no reason was given')
  }

  #note(what: Moment['what'], says: string): void {
    const moment = { at: isoOf(this.#r.clock.now()), what, says }
    this.#timeline.push(moment)
    this.#r.onMoment(moment)
  }

  #entry(startedAt: number, isTouched: boolean, stillUnsteady: readonly string[]): DrillEntry {
    const { drill, fault, clock, objectiveSeconds, mayLoseSeconds, log } = this.#r
    const [outage, from, unsteady] = [this.#outage, this.#disturbedAt, this.#unsteady]
    const concluded = conclude({
      ...{ drill, objectiveSeconds, mayLoseSeconds, unsteady, stillUnsteady, ...this.#loss },
      ...(from === undefined ? {} : { disturbedAt: from }),
      ...(outage ? { outage } : {}),
      ...{ trouble: this.#trouble, isInterrupted: this.#isInterrupted },
    })
    const steadyBefore =
      this.#timeline.some(({ what }) => what === 'steady') && unsteady.length === 0
    return {
      ...{ drill: drill.id, title: drill.title, statement: drill.statement },
      ...(fault ? { fault: fault.says } : {}),
      steadyState: drill.steadyState,
      hosts: isTouched ? hostsOf(drill, fault) : [],
      ...{ startedAt: isoOf(startedAt), endedAt: isoOf(clock.now()) },
      steadyBefore,
      ...(from === undefined ? {} : { disturbedAt: isoOf(from) }),
      ...(from === undefined || !outage ? {} : timesOf(outage, from, drill)),
      objectiveSeconds,
      ...this.#loss,
      rollback: log.left.length > 0 ? 'failed' : isTouched ? 'done' : 'not needed',
      steadyAfter: isTouched ? stillUnsteady.length === 0 : steadyBefore,
      ...concluded,
      timeline: this.#timeline,
    }
  }
}

function timesOf(outage: Outage, from: number, { alert }: PlacedDrill): Partial<DrillEntry> {
  const { lostAt, recoveredAt, alertAt, lost, recoveredBy } = outage
  const [first] = [...lost].sort(([, a], [, b]) => a - b)
  const [by, at] = alert === undefined ? (first ?? []) : alertAt ? [alert, alertAt] : []
  return {
    ...(lostAt === undefined ? {} : { lostAt: isoOf(lostAt) }),
    ...(recoveredAt === undefined
      ? {}
      : {
          recoveredAt: isoOf(recoveredAt),
          recoverySeconds: secondsBetween(from, recoveredAt),
          recoveredBy,
        }),
    ...(by === undefined || at === undefined
      ? {}
      : { detectedBy: by, detectSeconds: secondsBetween(from, at) }),
  }
}
