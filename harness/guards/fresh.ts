import { guard } from '../judge/guard.ts'
import { Violation } from '../model/verdict.ts'

/** What was seen too long ago says what the lab was, not what it is. */
export const fresh = guard({
  name: 'fresh',
  says: 'every answer is younger than p.evidence.max_age',
  covers: () => true,
  holds: ({ ageSeconds, evidenceOf, parameter }, subject, fact) => {
    const longest = parameter.seconds('p.evidence.max_age')
    const old = evidenceOf(fact, subject)
      .map(({ source, takenAt }) => ({ source, takenAt, ageSeconds: ageSeconds(takenAt) }))
      // An answer from after the snapshot was dated by another clock: its age is not known.
      .filter((answer) => answer.ageSeconds > longest || answer.ageSeconds < -1)
    const [first] = old
    if (first)
      throw new Violation(
        `${first.source} answered ${Math.round(first.ageSeconds)} s before the snapshot, and ${longest} s is the most: collect again`,
        `an answer of the last ${longest} s`,
        old,
      )
  },
})
