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

export const byId = (a: RunVerdict, b: RunVerdict): number => (a.id < b.id ? -1 : 1)

/** A pass that nothing was read for. */
export const isHollow = ({ verdict, reads, evidence }: Judgement): boolean =>
  verdict === 'pass' && (reads.length === 0 || evidence.length === 0)
