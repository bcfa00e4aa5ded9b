import { setTimeout as sleep } from 'node:timers/promises'
import type { Lab } from '../cli/labs.ts'
import type { Action } from '../model/action.ts'
import { BadInput } from '../model/bad-input.ts'
import type { Snapshot } from '../model/snapshot.ts'
import type { Target } from '../model/target.ts'
import { benchOf } from './bench.ts'
import { collectFacts, collectors, type Facts, type Redact, snapshotOf } from './collect.ts'
import { isWanted } from './faults.ts'
import { type Judgements, judgeAll, judgeReaders, make } from './prove.ts'
import { controls } from './specs.ts'

/** A target, and what keeps its secrets out of everything. */
export interface Opened {
  readonly target: Target
  readonly redactor: Redact
}

export interface Proving extends Opened {
  readonly lab: Lab
  /** Closes the target and opens a new one, for when it could not be made well again. */
  readonly reopen?: () => Promise<Opened>
  readonly only: readonly string[]
  readonly signal: AbortSignal
  readonly onStage: (says: string) => void
}

/** A state of the target and what is judged of it. */
export interface Look {
  readonly snapshot: Snapshot
  readonly verdicts: Judgements
}

/** Facts of a healthy target are asked again before they are too old to be believed. */
const BASELINE_MS = 8 * 60_000

/** How often, and how far apart, a real target is looked at until it is well again. */
const MOST_LOOKS = 5
const BETWEEN_LOOKS_MS = 4_000

/** What was asked of a target in health, and when. */
interface Baseline {
  readonly facts: Facts
  readonly collectedAt: number
  readonly look: Look
}

/** A healthy target, and what it looks like under one change at a time. */
export class Laboratory {
  readonly #proving: Proving
  #opened: Opened
  #facts: Facts = new Map()
  #collectedAt = 0
  /** The target in health. */
  healthy: Look = { snapshot: {} as Snapshot, verdicts: new Map() }

  private constructor(proving: Proving) {
    this.#proving = proving
    this.#opened = proving
  }

  /** @throws BadInput when the target is not healthy: nothing can be proven on a sick one */
  static async open(proving: Proving): Promise<Laboratory> {
    proving.onStage('collecting the healthy target')
    const laboratory = new Laboratory(proving)
    laboratory.#keep(await laboratory.#collectAll())
    // With a selection, the others may be sick: they are compared with themselves.
    const sick = [...laboratory.healthy.verdicts.values()].filter(
      ({ id, verdict }) =>
        verdict !== 'pass' && verdict !== 'not-applicable' && isWanted(id, proving.only),
    )
    if (sick.length > 0)
      throw new BadInput(
        sick.map(
          ({ id, verdict, because }) =>
            `not healthy to begin with: ${id} is ${verdict}: ${because}`,
        ),
      )
    return laboratory
  }

  async #collectAll(): Promise<Baseline> {
    const startedAt = new Date()
    const facts = await collectFacts(await this.#asking())
    return { facts, collectedAt: Date.now(), look: await this.#judge(facts, startedAt) }
  }

  #keep({ facts, collectedAt, look }: Baseline): void {
    this.#facts = facts
    this.#collectedAt = collectedAt
    this.healthy = look
  }

  /** @throws Error when the target is not what it was: a sick one would be taken for the healthy one */
  async #collectAgain(): Promise<void> {
    let baseline: Baseline | undefined
    const changed = await this.#differences(async () => {
      baseline = await this.#collectAll()
      return baseline.look
    })
    if (changed.length > 0)
      throw new Error(`the target is no longer what it was in health: ${changed.join('; ')}`)
    // Only what was seen to be well is what others are compared with.
    if (baseline) this.#keep(baseline)
  }

  /**
   * What differs from health. A real host may take a moment to be well again, or to answer at all while the
   * machine is busy: it is looked at again before that counts.
   */
  async #differences(look: () => Promise<Look>): Promise<readonly string[]> {
    const { signal } = this.#proving
    for (let tries = this.#opened.target.hands?.shell ? MOST_LOOKS : 1; ; tries--) {
      const { verdicts } = await look()
      const sick = [...verdicts.values()].filter(
        ({ id, verdict }) => verdict !== this.healthy.verdicts.get(id)?.verdict,
      )
      if (sick.length === 0 || tries === 1)
        return sick.map(({ id, verdict, because }) => `${id} is ${verdict}: ${because}`)
      await sleep(BETWEEN_LOOKS_MS, undefined, { signal })
    }
  }

  /**
   * Gives the target up for a new one, and makes sure that it is the same in health.
   *
   * @throws Error when there is none, or it is another
   */
  async renew(why: string): Promise<void> {
    const { reopen, onStage } = this.#proving
    if (!reopen) throw new Error(`no new target can be had, after ${why}`)
    onStage(`opening a new target, after ${why}`)
    this.#opened = await reopen()
    await this.#collectAgain()
  }

  /** Whatever is told of a change that went wrong goes through here. */
  redact(text: string): string {
    return this.#opened.redactor.redact(text)
  }

  /** Makes a change, asks again whoever can tell, judges everything, undoes it, and makes sure that all is well again. */
  async under(action: Action): Promise<Look> {
    const { signal } = this.#proving
    const { target } = this.#opened
    if (!target.hands) throw new Error('this target is not ours to change')
    if (Date.now() - this.#collectedAt > BASELINE_MS) await this.#collectAgain()
    const before = target.hands.recording?.state()
    const { undo, by } = await make(action, target.hands)
    let seen: Look
    try {
      seen = await this.#look(action)
    } finally {
      await undo()
    }
    signal.throwIfAborted()
    // Recordings that are what they were need not be asked again; a real host does.
    if (by !== 'recording' || target.hands.recording?.state() !== before)
      await this.#confirm(action)
    return seen
  }

  /** @throws Error when the target is not what it was in health: whatever is found from here on would be wrong */
  async #confirm(action: Action): Promise<void> {
    const sick = await this.#differences(() => this.#look(action))
    if (sick.length > 0)
      throw new Error(`"${action.says}" was undone, but still ${sick.join('; ')}`)
  }

  async #look(action: Action): Promise<Look> {
    const startedAt = new Date()
    const only = new Set(action.touches)
    const fresh = await collectFacts({ ...(await this.#asking()), only })
    if (fresh.size === 0)
      throw new Error(`"${action.says}" touches ${[...only].join(', ')}, of which nothing is asked`)
    const facts = new Map([...this.#facts, ...fresh])
    return await this.#judge(facts, startedAt, new Set(fresh.keys()))
  }

  async #asking() {
    const { target, redactor } = this.#opened
    const { signal } = this.#proving
    return { target, redactor, signal, collectors: await collectors() }
  }

  /** Everything; or, where only some facts are fresh, whoever reads them. */
  async #judge(facts: Facts, startedAt: Date, fresh?: ReadonlySet<string>): Promise<Look> {
    const { lab } = this.#proving
    const snapshot = snapshotOf(facts, {
      target: this.#opened.target,
      inventoryDigest: lab.digest,
      waivers: lab.waivers,
      startedAt,
      endedAt: new Date(),
    })
    const all = await controls(lab.inventory.profiles)
    const bench = await benchOf(snapshot)
    const { verdicts } = this.healthy
    return {
      snapshot,
      verdicts: fresh ? judgeReaders(all, bench, verdicts, fresh) : judgeAll(all, bench),
    }
  }
}
