import type { BlindProof, FaultProof, Proof } from '../../reports/proof.ts'
import type { Lab } from '../cli/labs.ts'
import { type Bench, judge } from '../judge/judge.ts'
import type { Action, Blind } from '../model/action.ts'
import { BadInput } from '../model/bad-input.ts'
import type { Snapshot } from '../model/snapshot.ts'
import type { Target } from '../model/target.ts'
import { benchOf } from './bench.ts'
import { collectFacts, collectors, type Facts, type Redact, snapshotOf } from './collect.ts'
import { faultsOf, isWanted, type PlacedFault } from './faults.ts'
import { files, load } from './load.ts'
import { canMake, type Judgements, judgeAll, make, weighBlind, weighFault } from './prove.ts'
import { controls } from './specs.ts'

export interface Proving {
  readonly lab: Lab
  readonly target: Target
  readonly redactor: Redact
  readonly only: readonly string[]
  readonly signal: AbortSignal
  readonly onStage: (says: string) => void
}

/**
 * Injects every fault and every blind, one at a time, and judges all controls each time.
 *
 * @throws BadInput when the target is not healthy to begin with: nothing can be proven on a sick one
 */
export async function proveLab(proving: Proving): Promise<Proof> {
  const { lab, target, onStage } = proving
  const all = await controls(lab.inventory.profiles)
  const laboratory = await Laboratory.open(proving)
  const faults = await faultsOf(lab.inventory.profiles, proving.only)
  const known = new Set(all.map(({ id }) => id))
  for (const { control, path } of faults)
    if (!known.has(control)) throw new BadInput([`${path}: there is no control ${control}`])
  const feasible = faults.filter(({ fault }) => canMake(fault, target.hands))
  const faultProofs: FaultProof[] = []
  for (const [i, { control, fault }] of feasible.entries()) {
    onStage(`…fault ${i + 1} of ${feasible.length}: ${fault.says}`)
    const start = performance.now()
    const { verdicts } = await laboratory.under(fault)
    faultProofs.push(
      weighFault(
        control,
        fault,
        laboratory.healthy,
        verdicts,
        Math.round(performance.now() - start),
      ),
    )
  }
  const blinds = (proving.only.length > 0 ? [] : await blindsOf(proving)).filter((blind) =>
    canMake(blind, target.hands),
  )
  const blindProofs: BlindProof[] = []
  for (const [i, blind] of blinds.entries()) {
    onStage(`…blind ${i + 1} of ${blinds.length}: ${blind.says}`)
    const start = performance.now()
    const after = await laboratory.under(blind)
    const before = { snapshot: laboratory.baseline, verdicts: laboratory.healthy }
    blindProofs.push(weighBlind(blind, before, after, Math.round(performance.now() - start)))
  }
  const wanted = [...known].filter((id) => isWanted(id, proving.only))
  return {
    schema: 'plumbline/proof/1',
    target: target.name,
    lab: lab.inventory.lab,
    faults: faultProofs,
    blinds: blindProofs,
    summary: summarise(wanted, faults, faultProofs),
  }
}

function summarise(
  wanted: readonly string[],
  faults: readonly PlacedFault[],
  proofs: readonly FaultProof[],
): Proof['summary'] {
  const of = (id: string) => proofs.filter(({ control }) => control === id)
  const tried = wanted.filter((id) => of(id).length > 0)
  const missed = tried.filter((id) => of(id).some(({ outcome }) => outcome === 'missed'))
  const collateral = tried.filter((id) => of(id).some(({ outcome }) => outcome === 'collateral'))
  return {
    controls: wanted.length,
    proven: tried.filter((id) => of(id).every(({ outcome }) => outcome === 'proven')).length,
    missed: missed.length,
    collateral: collateral.length,
    unprovenHere: wanted
      .filter((id) => of(id).length === 0)
      .map((control) => ({
        control,
        because: faults.some((placed) => placed.control === control)
          ? 'this target has no hands that can make its fault'
          : 'nobody has written a fault for it',
      })),
  }
}

/** Blinds are one default export, several, or made from what the target can be asked. */
async function blindsOf({ target }: Proving): Promise<readonly Blind[]> {
  const questions = await collectors()
  const found: Blind[] = []
  for (const path of files('fixtures/blinds/*.blind.ts')) {
    const made = (await load(path)).default as
      | Blind
      | readonly Blind[]
      | ((inventory: Target['inventory'], collectors: typeof questions) => readonly Blind[])
    const list = typeof made === 'function' ? made(target.inventory, questions) : [made].flat()
    found.push(...(list as readonly Blind[]))
  }
  return found
}

/** A healthy target, and what it looks like under one change at a time. */
class Laboratory {
  readonly #proving: Proving
  readonly #facts: Facts
  readonly baseline: Snapshot
  readonly healthy: Judgements
  readonly #bench: Bench

  private constructor(
    proving: Proving,
    facts: Facts,
    baseline: Snapshot,
    bench: Bench,
    healthy: Judgements,
  ) {
    this.#proving = proving
    this.#facts = facts
    this.baseline = baseline
    this.#bench = bench
    this.healthy = healthy
  }

  static async open(proving: Proving): Promise<Laboratory> {
    proving.onStage('collecting the healthy target')
    const startedAt = new Date()
    const facts = await collectFacts(await asking(proving))
    const baseline = snapshot(proving, facts, startedAt)
    const bench = await benchOf(baseline)
    const all = await controls(proving.lab.inventory.profiles)
    const healthy = judgeAll(all, bench)
    // With a selection, the others may be sick: they are compared with themselves.
    const sick = [...healthy.values()].filter(
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
    return new Laboratory(proving, facts, baseline, bench, healthy)
  }

  /** Makes a change, asks again whoever can tell, judges everything, undoes it, and makes sure that all is well again. */
  async under(action: Action): Promise<{ snapshot: Snapshot; verdicts: Judgements }> {
    const { target, signal } = this.#proving
    if (!target.hands) throw new Error('this target is not ours to change')
    const undo = await make(action, target.hands)
    let seen: { snapshot: Snapshot; verdicts: Judgements }
    try {
      seen = await this.#look(action)
    } finally {
      await undo()
    }
    signal.throwIfAborted()
    const { verdicts } = await this.#look(action)
    const sick = [...verdicts.values()].filter(
      ({ id, verdict }) => verdict !== this.healthy.get(id)?.verdict,
    )
    if (sick.length > 0)
      throw new Error(
        `"${action.says}" was undone, but ${sick.map(({ id, verdict, because }) => `${id} is still ${verdict}: ${because}`).join('; ')}`,
      )
    return seen
  }

  async #look(action: Action): Promise<{ snapshot: Snapshot; verdicts: Judgements }> {
    const startedAt = new Date()
    const only = new Set(action.touches)
    const fresh = await collectFacts({ ...(await asking(this.#proving)), only })
    if (fresh.size === 0)
      throw new Error(`"${action.says}" touches ${[...only].join(', ')}, of which nothing is asked`)
    const merged = new Map([...this.#facts, ...fresh])
    const looked = snapshot(this.#proving, merged, startedAt)
    const bench = { ...this.#bench, snapshot: looked }
    const all = await controls(this.#proving.lab.inventory.profiles)
    return { snapshot: looked, verdicts: new Map(all.map((c) => [c.id, judge(c, bench)])) }
  }
}

const asking = async ({ target, redactor, signal }: Proving) => ({
  target,
  redactor,
  signal,
  collectors: await collectors(),
})

const snapshot = ({ target, lab }: Proving, facts: Facts, startedAt: Date): Snapshot =>
  snapshotOf(facts, {
    target,
    inventoryDigest: lab.digest,
    waivers: lab.waivers,
    startedAt,
    endedAt: new Date(),
  })
