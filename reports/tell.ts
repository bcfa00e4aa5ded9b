import type { Evidence, Reality } from '../harness/model/fact.ts'
import type { Judgement } from '../harness/model/judgement.ts'
import type { RunVerdict } from './run.ts'

const OFFENDERS_SHOWN = 50
const BEST_FIRST: readonly Reality[] = [
  'live',
  'real',
  'same-protocol',
  'stand-in',
  'recorded',
  'synthetic',
  'predicted',
]

/** The verdict with what its evidence was worth, and no more offenders than a report shows. */
export function tell(verdict: RunVerdict): RunVerdict {
  return {
    ...verdict,
    offenders: verdict.offenders.slice(0, OFFENDERS_SHOWN),
    reality: realitiesOf(verdict.evidence),
  }
}

/** Kinds of evidence, best first, each once. */
export function realitiesOf(evidence: readonly Pick<Evidence, 'reality'>[]): readonly Reality[] {
  const kinds = new Set(evidence.map(({ reality }) => reality))
  return BEST_FIRST.filter((kind) => kinds.has(kind))
}

/** How many answers there were, and of which kind, best first. One that was worth different things counts as the least of them. */
export function answersOf(verdicts: readonly Pick<RunVerdict, 'evidence'>[]): {
  readonly total: number
  readonly kinds: readonly string[]
} {
  const rank = (one: Reality) => BEST_FIRST.indexOf(one)
  const answers = new Map<string, Reality>()
  for (const { source, ask, reality } of verdicts.flatMap(({ evidence }) => evidence)) {
    const key = `${source}\n${ask}`
    const known = answers.get(key)
    if (known === undefined || rank(reality) > rank(known)) answers.set(key, reality)
  }
  const all = [...answers.values()]
  const kinds = BEST_FIRST.filter((kind) => all.includes(kind)).map(
    (kind) => `${all.filter((one) => one === kind).length} ${kind}`,
  )
  return { total: all.length, kinds }
}

export const byId = (a: RunVerdict, b: RunVerdict): number => (a.id < b.id ? -1 : 1)

/** A pass that nothing was read for. */
export const isHollow = ({ verdict, reads, evidence }: Judgement): boolean =>
  verdict === 'pass' && (reads.length === 0 || evidence.length === 0)
