import type { Control } from '../control.ts'
import type { Evidence } from '../model/fact.ts'
import type { Age, Judgement } from '../model/judgement.ts'
import type { Snapshot } from '../model/snapshot.ts'
import { NotApplicable, Unverifiable, type Verdict, Violation } from '../model/verdict.ts'
import type { Waiver } from '../model/waiver.ts'
import { accepting } from './accepted.ts'
import type { Guard } from './guard.ts'
import { type Views, viewsOf } from './views.ts'
import { waiverFor } from './waivers.ts'

/** A control and where it was found. */
export interface Placed extends Control {
  /** `<profile>/<slug>`. */
  readonly id: string
  readonly profile: string
  readonly section: string
  /** Path of the spec from the repository's root. */
  readonly file: string
}

/** What judging needs beside the control itself. */
export interface Bench {
  readonly snapshot: Snapshot
  /** Parameter defaults by profile. */
  readonly parameters: Readonly<
    Record<string, Readonly<Record<string, string | number | readonly string[]>>>
  >
  readonly guards: readonly Guard[]
}

const OFFENDERS_SHOWN = 50
const AGES_SHOWN = 20

/**
 * Judges one control over a snapshot. Pure: no I/O, no clock but the snapshot's.
 *
 * @throws whatever the spec threw that is neither a finding nor a lack of evidence: that is our bug
 */
export function judge(control: Placed, bench: Bench): Judgement {
  const reads = new Set<string>()
  const guards = new Set<string>()
  const ages = new Map<string, Age>()
  const views = viewsOf(bench.snapshot, bench.parameters[control.profile] ?? {}, bench.guards, {
    read: (key, names) => {
      reads.add(key)
      for (const name of names) guards.add(name)
    },
    aged: (age) => ages.set(`${age.ageSeconds} ${age.longestSeconds}`, age),
  })
  const look = () => outcomeOf(() => apply(control, views), reads)
  const { waiver, ...outcome } = waived(look(), look, (offenders) =>
    waiverFor(control.id, offenders, bench.snapshot.waivers),
  )
  return {
    id: control.id,
    profile: control.profile,
    section: control.section,
    spec: control.file,
    statement: control.statement,
    title: control.title,
    impact: control.impact,
    strength: control.strength ?? 'must',
    kind: control.kind,
    standards: control.standards,
    ...ownerOf(control, bench.snapshot),
    verdict: waiver ? 'waived' : outcome.verdict,
    because: outcome.because,
    offenders: outcome.offenders.slice(0, OFFENDERS_SHOWN),
    offendersTotal: outcome.offenders.length,
    reads: [...reads].sort(),
    evidence: evidenceOf(reads, bench.snapshot),
    guards: [...guards].sort(),
    ...(ages.size > 0 ? { ages: oldestFirst([...ages.values()]) } : {}),
    remedy: control.remedy,
    ...(waiver ? { waiver } : {}),
  }
}

function apply(control: Placed, views: Views): void {
  const absent = control.subject ? views.inventory.absent?.[control.subject] : undefined
  if (absent)
    throw new NotApplicable(`the inventory declares "${control.subject}" absent: ${absent}`)
  control.judge(views)
}

interface Outcome {
  readonly verdict: Exclude<Verdict, 'waived'>
  readonly because: string
  readonly offenders: readonly unknown[]
}

function outcomeOf(act: () => void, reads: ReadonlySet<string>): Outcome {
  try {
    act()
  } catch (error) {
    if (error instanceof Violation)
      return { verdict: 'fail', because: error.message, offenders: error.offenders.map(plain) }
    if (error instanceof Unverifiable)
      return { verdict: 'unverifiable', because: error.message, offenders: [] }
    if (error instanceof NotApplicable)
      return { verdict: 'not-applicable', because: error.message, offenders: [] }
    throw error
  }
  // A claim that held without looking at anything says nothing about the lab.
  if (reads.size === 0)
    throw new Error('it passed without reading a single fact: the spec looks at nothing')
  return { verdict: 'pass', because: '', offenders: [] }
}

/**
 * The outcome with the waiver that accepts it. What was accepted may have ended the judgement early, so it
 * is judged again past that: a later offender still fails, and what could not be seen is still unverifiable.
 */
function waived(
  first: Outcome,
  again: () => Outcome,
  waiverOf: (offenders: readonly unknown[]) => Waiver | undefined,
): Outcome & { readonly waiver?: Waiver } {
  const waiver = first.verdict === 'fail' ? waiverOf(first.offenders) : undefined
  if (!waiver) return first
  const rest = accepting((offender) => waiverOf([plain(offender)]) !== undefined, again)
  if (rest.verdict === 'pass' || waiverOf(rest.offenders)) return { ...first, waiver }
  return { ...rest, offenders: [...first.offenders, ...rest.offenders] }
}

/** Of many, the oldest and the youngest: one of them is what an objective is about. */
function oldestFirst(ages: readonly Age[]): readonly Age[] {
  const share = ({ ageSeconds, longestSeconds }: Age) => ageSeconds / longestSeconds
  const sorted = ages.toSorted((a, b) => share(b) - share(a))
  const half = AGES_SHOWN / 2
  return sorted.length > AGES_SHOWN ? [...sorted.slice(0, half), ...sorted.slice(-half)] : sorted
}

function ownerOf({ kind }: Placed, { inventory: { owners } }: Snapshot): { owner?: string } {
  const owner = owners?.kinds?.[kind] ?? owners?.everything
  return owner === undefined ? {} : { owner }
}

const plain = (offender: unknown): unknown => JSON.parse(JSON.stringify(offender ?? null))

/** Each answer once. One look may answer several questions, about things that are not worth the same: then it is told for each worth. */
function evidenceOf(reads: ReadonlySet<string>, snapshot: Snapshot): readonly Evidence[] {
  const found = new Map<string, Evidence>()
  for (const key of [...reads].sort())
    for (const evidence of snapshot.facts[key]?.evidence ?? [])
      found.set(`${evidence.source}\n${evidence.ask}\n${evidence.reality}`, evidence)
  return [...found.values()]
}
