import type { Change } from '../../reports/night.ts'
import type { Run } from '../../reports/run.ts'
import type { Judgement } from '../model/judgement.ts'
import { lostIn } from './lost.ts'

/** How one control stands. */
export interface Stand
  extends Pick<Judgement, 'title' | 'impact' | 'verdict' | 'because' | 'remedy'> {
  /** The night on which it was first met so, ISO 8601. */
  readonly since: string
  /** Who gave no answer at all, when that is why it is unverifiable. */
  readonly lost?: string
}

/** How the controls of a lab stand, by id. */
export type Standing = Readonly<Record<string, Stand>>

/** `fail` and `unverifiable`: what somebody has to look at. */
export const isBad = (verdict: Judgement['verdict'] | undefined): boolean =>
  verdict === 'fail' || verdict === 'unverifiable'

/**
 * How the controls stand after a run. A run with a bug of ours proves nothing good: what it finds bad
 * counts, everything else stays as it was.
 */
export function standingAfter(run: Run, before: Standing): Standing {
  const lost = lostIn(run)
  const believed =
    run.exit === 3 ? run.verdicts.filter(({ verdict }) => isBad(verdict)) : run.verdicts
  const now = believed.map(({ id, title, impact, verdict, because, remedy }): [string, Stand] => {
    const was = before[id]
    const since = was?.verdict === verdict ? was.since : run.takenAt
    const missing = verdict === 'unverifiable' ? lost(because) : undefined
    return [
      id,
      { title, impact, verdict, because, remedy, since, ...(missing ? { lost: missing } : {}) },
    ]
  })
  return { ...(run.exit === 3 ? before : {}), ...Object.fromEntries(now) }
}

/**
 * What is not as it was, by id. What is met for the first time is news only when it is bad; what is
 * judged no more is always news.
 */
export function changesOf(before: Standing, after: Standing): readonly Change[] {
  const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  return ids.flatMap((id): Change[] => {
    const [was, is] = [before[id], after[id]]
    if (was?.verdict === is?.verdict || (!was && !isBad(is?.verdict))) return []
    const isWell = !isBad(is?.verdict)
    // Of what is well again, the reason is why it was not.
    const told = isWell && is && was && isBad(was.verdict) ? was : (is ?? was)
    return told ? [changeOf(id, was, is, told)] : []
  })
}

const changeOf = (
  id: string,
  was: Stand | undefined,
  is: Stand | undefined,
  told: Stand,
): Change => ({
  id,
  title: (is ?? told).title,
  impact: (is ?? told).impact,
  ...(was ? { from: was.verdict, since: was.since } : {}),
  ...(is ? { to: is.verdict } : {}),
  because: told.because,
  remedy: told.remedy,
  ...(told.lost ? { lost: told.lost } : {}),
})

/** All that is bad, as if it were met for the first time. */
export const badOf = (standing: Standing): readonly Change[] => changesOf({}, standing)
