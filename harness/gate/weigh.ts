import type { Judgement } from '../model/judgement.ts'

/** What a change does to the verdicts of a lab. Each list is sorted by id. */
export interface Weighed {
  /** Failing already among what the change is about. */
  readonly failing: readonly Judgement[]
  /** Already not to be told among what the change is about. */
  readonly untold: readonly Judgement[]
  readonly newlyFailing: readonly Judgement[]
  readonly newlyUnverifiable: readonly Judgement[]
  /** Failing or unverifiable now, and passing after the change. */
  readonly fixed: readonly Judgement[]
  /** How many controls read something that the change is about. */
  readonly touched: number
}

type Judgements = ReadonlyMap<string, Judgement>

const isSound = ({ verdict }: Judgement): boolean =>
  verdict === 'pass' || verdict === 'waived' || verdict === 'not-applicable'

/**
 * Compares the verdicts before and after a change. `known` holds verdicts of an earlier run that are no
 * news: what failed or could not be told there does not count against this change.
 */
export function weigh(
  before: Judgements,
  after: Judgements,
  touched: ReadonlySet<string>,
  known: ReadonlyMap<string, string> = new Map(),
): Weighed {
  const about = [...after.values()]
    .filter(({ id, reads }) =>
      [...reads, ...(before.get(id)?.reads ?? [])].some((key) => touched.has(key)),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  const was = ({ id }: Judgement) => before.get(id)
  const news = about.filter((now) => now.verdict !== known.get(now.id))
  const turned = (verdict: string) =>
    news.filter((now) => now.verdict === verdict && was(now)?.verdict !== verdict)
  const stays = (verdict: string) =>
    news.filter((now) => now.verdict === verdict && was(now)?.verdict === verdict)
  return {
    failing: stays('fail'),
    untold: stays('unverifiable'),
    newlyFailing: turned('fail'),
    newlyUnverifiable: turned('unverifiable'),
    fixed: about.filter((now) => {
      const before = was(now)
      return isSound(now) && before !== undefined && !isSound(before)
    }),
    touched: about.length,
  }
}
