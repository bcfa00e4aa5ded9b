import type { Lab } from '../cli/labs.ts'
import { judge, type Placed } from '../judge/judge.ts'
import type { Collector } from '../model/collector.ts'
import type { Judgement } from '../model/judgement.ts'
import type { Target } from '../model/target.ts'
import { benchOf } from '../run/bench.ts'
import { collectFacts, collectors, type Facts, type Redact, snapshotOf } from '../run/collect.ts'
import { controls } from '../run/specs.ts'
import { askingOnly } from './asking-only.ts'

/** Where alerts that fire are seen, and runbooks. */
export const ALERTS = 'prometheusAlerts@lab'
export const RUNBOOKS = 'runbooks@lab'

/** What some controls said at one moment. */
export type Verdicts = ReadonlyMap<string, Judgement>

/** The lab, watched through some of its controls. */
export interface Watching {
  /** Asks again whatever these controls read, and judges them. Other facts are added to what is asked by key. */
  look(ids: readonly string[], signal: AbortSignal, also?: readonly string[]): Promise<Verdicts>
  /** A fact as it was last seen; undefined when it is unknown, or was never asked for. */
  seen(key: string): unknown
}

/**
 * Judges with the same judge as every run. A look asks what the controls were seen to read in health, and whatever
 * they turn out to read on top of that; the first one asks everything, where nobody has seen them.
 */
export class Watch implements Watching {
  readonly #lab: Lab
  readonly #target: Target
  readonly #redactor: Redact
  readonly #facts: Facts = new Map()
  readonly #reads = new Map<string, ReadonlySet<string>>()

  constructor(lab: Lab, target: Target, redactor: Redact, health: Verdicts = new Map()) {
    this.#lab = lab
    this.#target = target
    this.#redactor = redactor
    for (const [id, { reads }] of health) this.#reads.set(id, new Set(reads))
  }

  async look(
    ids: readonly string[],
    signal: AbortSignal,
    also: readonly string[] = [],
  ): Promise<Verdicts> {
    const startedAt = new Date()
    const mine = await this.#named(ids)
    const all = await collectors()
    const isFirst = this.#reads.size === 0
    const wanted = new Set([...this.#known(ids), ...also])
    await this.#ask(isFirst ? all : askingOnly(all, wanted), signal)
    const asked = isFirst ? new Set(this.#facts.keys()) : wanted
    // What a control reads on top of that was seen by an earlier look at best: it is asked again as well, to the last of it.
    for (;;) {
      const verdicts = await this.#judge(mine, startedAt)
      const more = this.#known(ids).filter((key) => !asked.has(key))
      if (more.length === 0) return verdicts
      for (const key of more) asked.add(key)
      await this.#ask(askingOnly(all, new Set(more)), signal)
    }
  }

  seen(key: string): unknown {
    const fact = this.#facts.get(key)
    return fact?.known ? fact.value : undefined
  }

  /** Judges all controls of the lab over what was last seen: which of them read what. */
  async everything(): Promise<Verdicts> {
    return await this.#judge(await controls(this.#lab.inventory.profiles), new Date())
  }

  #known(ids: readonly string[]): readonly string[] {
    return [...new Set(ids.flatMap((id) => [...(this.#reads.get(id) ?? [])]))]
  }

  async #named(ids: readonly string[]): Promise<readonly Placed[]> {
    const known = await controls(this.#lab.inventory.profiles)
    return ids.map((id) => {
      const found = known.find((control) => control.id === id)
      if (!found) throw new Error(`there is no control ${id}`)
      return found
    })
  }

  async #ask(questions: readonly Collector[], signal: AbortSignal): Promise<void> {
    const about = { target: this.#target, redactor: this.#redactor, signal }
    for (const [key, fact] of await collectFacts({ ...about, collectors: questions }))
      this.#facts.set(key, fact)
  }

  async #judge(mine: readonly Placed[], startedAt: Date): Promise<Verdicts> {
    const snapshot = snapshotOf(this.#facts, {
      target: this.#target,
      inventoryDigest: this.#lab.digest,
      waivers: this.#lab.waivers,
      startedAt,
      endedAt: new Date(),
    })
    const bench = await benchOf(snapshot)
    const verdicts = new Map(mine.map((control) => [control.id, judge(control, bench)]))
    for (const [id, { reads }] of verdicts)
      this.#reads.set(id, new Set([...(this.#reads.get(id) ?? []), ...reads]))
    return verdicts
  }
}
