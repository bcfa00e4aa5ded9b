import type { BlindProof, FaultProof } from '../../reports/proof.ts'
import { type Bench, judge, type Placed } from '../judge/judge.ts'
import { type Action, type Blind, type Fault, OutOfReach, type Undo } from '../model/action.ts'
import type { Fact } from '../model/fact.ts'
import type { Judgement } from '../model/judgement.ts'
import type { Snapshot } from '../model/snapshot.ts'
import type { Hands } from '../model/target.ts'
import type { Verdict } from '../model/verdict.ts'

export type Judgements = ReadonlyMap<string, Judgement>

/** Judges all controls over a snapshot. */
export const judgeAll = (controls: readonly Placed[], bench: Bench): Judgements =>
  new Map(controls.map((control) => [control.id, judge(control, bench)]))

/**
 * Judges again whoever had read one of these facts. Judging is pure: one that had read none of them
 * would read the same again, and say the same.
 */
export const judgeReaders = (
  controls: readonly Placed[],
  bench: Bench,
  before: Judgements,
  fresh: ReadonlySet<string>,
): Judgements =>
  new Map(
    controls.map((control) => {
      const known = before.get(control.id)
      const same = known && !known.reads.some((key) => fresh.has(key))
      return [control.id, same ? known : judge(control, bench)]
    }),
  )

/** Whether a target's hands can make this change. */
export const canMake = (action: Action, hands: Hands | undefined): boolean =>
  hands !== undefined && kinds.some((kind) => action.hands[kind] && hands[kind])

const kinds = ['machines', 'shell', 'recording'] as const

/** Makes a change with the first hands that fit. */
export async function make(
  action: Action,
  hands: Hands,
): Promise<{ readonly undo: Undo; readonly by: keyof Hands }> {
  let beyond: OutOfReach | undefined
  for (const kind of kinds) {
    const change = action.hands[kind] as ((hand: unknown) => Promise<Undo> | Undo) | undefined
    if (!change || !hands[kind]) continue
    try {
      return { undo: await change(hands[kind]), by: kind }
    } catch (error) {
      // what is no machine here may be recorded
      if (!(error instanceof OutOfReach)) throw error
      beyond = error
    }
  }
  if (beyond) throw beyond
  throw new Error(`this target has no hands to ${action.says}`)
}

/** Compares the verdicts under a fault with those in health: exactly the expected controls may have changed. */
export function weighFault(
  control: string,
  fault: Fault,
  healthy: Judgements,
  broken: Judgements,
  ms: number,
): FaultProof {
  const expected = [control, ...fault.alsoBreaks].sort()
  const failed = changedTo('fail', healthy, broken)
  const hidden = changedTo('unverifiable', healthy, broken).filter(
    (id) => !fault.alsoHides.some((what) => what === id || isHiddenBy(what, broken.get(id))),
  )
  const missed = expected.some((id) => !failed.includes(id))
  const collateral = failed.some((id) => !expected.includes(id)) || hidden.length > 0
  const outcome = missed ? 'missed' : collateral ? 'collateral' : 'proven'
  return { control, fault: fault.says, outcome, expected, failed, hidden, ms }
}

/** A fault that could not be made, looked at or undone: it shows nothing, neither good nor bad. */
export const brokenFault = (
  control: string,
  { says, alsoBreaks }: Fault,
  because: string,
  ms: number,
): FaultProof => {
  const expected = [control, ...alsoBreaks].sort()
  return { control, fault: says, outcome: 'broken', because, expected, failed: [], hidden: [], ms }
}

/** The same of a blind. */
export const brokenBlind = ({ says }: Blind, because: string, ms: number): BlindProof => ({
  blind: says,
  outcome: 'broken',
  because,
  unverifiable: [],
  wrong: [],
  ms,
})

/**
 * Under a blind, every control that had read a fact which is now lost must be unverifiable, nothing may
 * have turned pass or fail, and at least one control must have noticed at all. Undefined when what it hid
 * is read by nobody here.
 */
export function weighBlind(
  blind: Blind,
  before: { readonly snapshot: Snapshot; readonly verdicts: Judgements },
  after: { readonly snapshot: Snapshot; readonly verdicts: Judgements },
  ms: number,
): BlindProof | undefined {
  const lost = Object.keys(before.snapshot.facts).filter((key) =>
    isLost(before.snapshot.facts[key], after.snapshot.facts[key]),
  )
  const readers = [...before.verdicts.values()]
    .filter(
      ({ reads, verdict }) =>
        verdict !== 'not-applicable' && reads.some((key) => lost.includes(key)),
    )
    .map(({ id }) => id)
  const unverifiable = changedTo('unverifiable', before.verdicts, after.verdicts)
  const stillSure = readers.filter((id) => after.verdicts.get(id)?.verdict !== 'unverifiable')
  const turned = [...after.verdicts.values()]
    .filter(
      ({ id, verdict }) =>
        verdict !== 'unverifiable' && verdict !== before.verdicts.get(id)?.verdict,
    )
    .map(({ id }) => id)
  const strangers = unverifiable.filter(
    (id) => !readers.includes(id) && !isGuarded(after.verdicts.get(id)),
  )
  // It hid something, but nobody relies on it here.
  if (lost.length > 0 && readers.length + unverifiable.length + turned.length === 0)
    return undefined
  const wrong = [...new Set([...stillSure, ...turned, ...strangers])].sort()
  const outcome =
    stillSure.length > 0 || unverifiable.length === 0
      ? 'missed'
      : wrong.length > 0
        ? 'collateral'
        : 'proven'
  return { blind: blind.says, outcome, unverifiable, wrong, ms }
}

/** Whether a control can no longer say because of a guard, named as `guard:cilium-runs`. */
const isHiddenBy = (what: string, judgement: Judgement | undefined): boolean =>
  what.startsWith('guard:') &&
  judgement?.because.includes(`guard ${what.slice('guard:'.length)} does not hold for `) === true

const isGuarded = (judgement: Judgement | undefined): boolean =>
  judgement?.because.includes(' does not hold for ') === true

const changedTo = (verdict: Verdict, before: Judgements, after: Judgements): readonly string[] =>
  [...after.values()]
    .filter(({ id, verdict: now }) => now === verdict && before.get(id)?.verdict !== verdict)
    .map(({ id }) => id)
    .sort()

/**
 * It was whole, and is not any more; or, where answers are kept ones, it holds fewer or other things. Times and
 * numbers differ from look to look, and what is real changes by itself.
 */
const isLost = (before: Fact | undefined, after: Fact | undefined): boolean =>
  isWhole(before) && (!isWhole(after) || (isKept(after) && shapeOf(before) !== shapeOf(after)))

const isKept = (fact: Fact | undefined): boolean =>
  fact?.evidence.every(({ reality }) => reality === 'recorded' || reality === 'synthetic') ?? false

const shapeOf = (fact: Fact | undefined): string =>
  JSON.stringify(fact?.known ? fact.value : undefined, (_, value) =>
    typeof value === 'object' ? value : typeof value,
  )

/** Known, and, where it is a census, complete. */
function isWhole(fact: Fact | undefined): boolean {
  if (!fact?.known) return false
  const { value } = fact
  return !(
    typeof value === 'object' &&
    value !== null &&
    'complete' in value &&
    value.complete === false
  )
}
