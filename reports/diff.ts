import type { Fact } from '../harness/model/fact.ts'
import type { Judgement } from '../harness/model/judgement.ts'
import type { Waiver } from '../harness/model/waiver.ts'
import { differences, identity } from './differences.ts'

/** One of two that are compared: a run, or a snapshot that was judged for it. */
export interface Side {
  /** As the user named it. */
  readonly path: string
  readonly lab: string
  readonly target: string
  readonly takenAt: string
  readonly profiles: readonly string[]
  readonly only: readonly string[]
  readonly verdicts: readonly Judgement[]
  /** Bugs of ours: such a run is no proof of anything. */
  readonly bugs: number
  /** Only where its snapshot is at hand. */
  readonly facts?: Readonly<Record<string, Fact>>
}

/** A control whose verdict is not what it was. */
export interface Changed {
  readonly id: string
  readonly title: string
  readonly impact: Judgement['impact']
  /** Absent when it was not judged before. */
  readonly from?: Judgement['verdict']
  /** Absent when it is judged no more. */
  readonly to?: Judgement['verdict']
  /** Why it is what it is; of one that is well again, why it was not. */
  readonly because: string
  readonly remedy: string
  /** The waiver that accepted it before. */
  readonly waiver?: Waiver
}

/** A fact that says something else than before, and not just at another time, although nobody who read it has changed his mind. */
export interface ChangedFact {
  /** `fact@subject`. */
  readonly fact: string
  /** Places that differ; the first few. */
  readonly differs: readonly string[]
  /** Controls that read it and say what they said before. */
  readonly readers: readonly string[]
}

/** What became of every control that changed; each is in one list. */
export interface Diff {
  readonly schema: 'plumbline/diff/1'
  readonly lab: string
  readonly target: string
  readonly from: { readonly path: string; readonly takenAt: string }
  readonly to: { readonly path: string; readonly takenAt: string }
  readonly newlyFailing: readonly Changed[]
  /** Failing for nothing but what a waiver accepted: it holds no more. */
  readonly lapsed: readonly Changed[]
  /** Failing as before, and for more than before. */
  readonly worse: readonly Changed[]
  readonly newlyUnverifiable: readonly Changed[]
  /** Judged before, and judged no more. */
  readonly gone: readonly Changed[]
  readonly newlyWaived: readonly Changed[]
  readonly fixed: readonly Changed[]
  /** Passing, after nobody could tell. */
  readonly toldAgain: readonly Changed[]
  /** Anything else: declared absent or present, or new and passing. */
  readonly other: readonly Changed[]
  readonly unchanged: number
  /** Absent where one of the snapshots is not at hand. */
  readonly facts?: readonly ChangedFact[]
}

/** Why two cannot be compared, one line each; empty when they can. */
export function incomparable(a: Side, b: Side): readonly string[] {
  const differ = (what: string, left: string, right: string): readonly string[] =>
    left === right
      ? []
      : [`${a.path} and ${b.path} cannot be compared: ${what}: ${left} and ${right}`]
  const list = (all: readonly string[]) => [...all].sort().join(', ')
  return [
    ...differ('they are of different labs', a.lab, b.lab),
    ...differ('they looked at different targets', a.target, b.target),
    ...differ('they judged different profiles', list(a.profiles), list(b.profiles)),
    ...differ('they judged different selections', list(a.only) || 'all', list(b.only) || 'all'),
    ...[a, b]
      .filter(({ bugs }) => bugs > 0)
      .map(({ path }) => `${path} cannot be compared: it has a bug of ours, and proves nothing`),
  ]
}

/** What changed from the one to the other. Pure. The two must be comparable. */
export function diffOf(a: Side, b: Side): Diff {
  const [before, after] = [byId(a.verdicts), byId(b.verdicts)]
  const ids = [...new Set([...before.keys(), ...after.keys()])].sort()
  const isSame = (id: string) => isAsBefore(before.get(id), after.get(id))
  const changed = ids
    .filter((id) => !isSame(id))
    .map((id) => ({ id, kind: kindOf(before.get(id), after.get(id)) }))
  const of = (wanted: Kind) =>
    changed
      .filter(({ kind }) => kind === wanted)
      .map(({ id }) => changedOf(before.get(id), after.get(id)))
  const same = ids.filter(isSame)
  return {
    schema: 'plumbline/diff/1',
    lab: a.lab,
    target: a.target,
    from: { path: a.path, takenAt: a.takenAt },
    to: { path: b.path, takenAt: b.takenAt },
    newlyFailing: of('newlyFailing'),
    lapsed: of('lapsed'),
    worse: of('worse'),
    newlyUnverifiable: of('newlyUnverifiable'),
    gone: of('gone'),
    newlyWaived: of('newlyWaived'),
    fixed: of('fixed'),
    toldAgain: of('toldAgain'),
    other: of('other'),
    unchanged: same.length,
    ...(a.facts && b.facts ? { facts: changedFacts(a.facts, b.facts, same, before, after) } : {}),
  }
}

/** 2 when something fails that did not, 1 when something can no longer be told, else 0. */
export const exitOfDiff = (diff: Diff): 0 | 1 | 2 =>
  diff.newlyFailing.length + diff.lapsed.length + diff.worse.length > 0
    ? 2
    : diff.newlyUnverifiable.length + diff.gone.length > 0
      ? 1
      : 0

type Judgements = ReadonlyMap<string, Judgement>
type Kind = Exclude<
  { [K in keyof Diff]: Diff[K] extends readonly Changed[] ? K : never }[keyof Diff],
  undefined
>

const byId = (verdicts: readonly Judgement[]): Judgements =>
  new Map(verdicts.map((one) => [one.id, one]))

/** The same verdict, for no more than before and for nothing else. */
function isAsBefore(before: Judgement | undefined, after: Judgement | undefined): boolean {
  if (before === undefined || after === undefined || before.verdict !== after.verdict) return false
  if (after.verdict !== 'fail') return before.offendersTotal >= after.offendersTotal
  const known = new Set(before.offenders.map(identity))
  // Where a run shows only the first of many, whoever is not among them may have been there.
  const areAllShown = before.offenders.length === before.offendersTotal
  return (
    before.offendersTotal >= after.offendersTotal &&
    !(areAllShown && after.offenders.some((one) => !known.has(identity(one))))
  )
}

function changedOf(before: Judgement | undefined, after: Judgement | undefined): Changed {
  const told = (after ?? before) as Judgement
  return {
    id: told.id,
    title: told.title,
    impact: told.impact,
    ...(before ? { from: before.verdict } : {}),
    ...(after ? { to: after.verdict } : {}),
    because: after?.because || before?.because || '',
    remedy: told.remedy,
    ...(before?.waiver ? { waiver: before.waiver } : {}),
  }
}

function kindOf(before: Judgement | undefined, after: Judgement | undefined): Kind {
  const [from, to] = [before?.verdict, after?.verdict]
  if (to === undefined) return 'gone'
  if (to === 'fail')
    return from === 'fail' ? 'worse' : hasLapsed(before, after) ? 'lapsed' : 'newlyFailing'
  if (to === 'unverifiable') return 'newlyUnverifiable'
  if (to === 'waived') return 'newlyWaived'
  if (to === 'pass' && (from === 'fail' || from === 'waived')) return 'fixed'
  if (to === 'pass' && from === 'unverifiable') return 'toldAgain'
  return 'other'
}

/** Whether all that fails had been accepted; an offender beside it is news. */
function hasLapsed(before: Judgement | undefined, after: Judgement | undefined): boolean {
  if (before?.verdict !== 'waived') return false
  const accepted = new Set(before.offenders.map((one) => JSON.stringify(one)))
  return (after?.offenders ?? []).every((one) => accepted.has(JSON.stringify(one)))
}

const PLACES = 3

function changedFacts(
  before: Readonly<Record<string, Fact>>,
  after: Readonly<Record<string, Fact>>,
  same: readonly string[],
  ...sides: readonly Judgements[]
): readonly ChangedFact[] {
  const readers = new Map<string, string[]>()
  for (const id of same)
    for (const fact of new Set(sides.flatMap((side) => side.get(id)?.reads ?? [])))
      readers.set(fact, [...(readers.get(fact) ?? []), id])
  return [...readers.keys()].sort().flatMap((fact) => {
    const differs = differences(saidBy(before[fact]), saidBy(after[fact]), PLACES)
    return differs.length > 0 ? [{ fact, differs, readers: readers.get(fact) ?? [] }] : []
  })
}

/** What a fact says, without who was asked and when. */
const saidBy = (fact: Fact | undefined): unknown =>
  fact === undefined ? undefined : fact.known ? fact.value : `unknown: ${fact.because}`
