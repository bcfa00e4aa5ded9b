import { guard } from '../judge/guard.ts'
import { that } from '../judge/quantifiers.ts'

/** A page that nobody writes any more shows what was closed then. */
export const podLookedLately = guard({
  name: 'pod-looked-lately',
  says: 'the pod that looks has looked within p.lookout.max_age',
  covers: (fact) => fact === 'podLooks',
  holds: ({ ageSeconds, parameter, vantage }, subject) => {
    const { takenAt } = vantage(subject).podLooks
    const age = ageSeconds(takenAt)
    that(age <= parameter.seconds('p.lookout.max_age') && age >= -60, 'the pod has looked lately', {
      takenAt,
    })
  },
})
