import { ageWhenSeen } from '../judge/age.ts'
import { guard } from '../judge/guard.ts'
import { every } from '../judge/quantifiers.ts'

/** Of an application that was not compared, or could not be, only what was true long ago is known. */
export const argocdReconciles = guard({
  name: 'argocd-reconciles',
  says: 'every application was compared with Git just now, and none in vain',
  covers: (fact, subject) => subject === 'lab' && fact === 'argocdApplications',
  holds: (views) => {
    const longest = views.parameter.seconds('p.argocd.fresh')
    every(views.lab.argocdReconciliations, 'was compared just now', ({ at, errors }) => {
      if (at === undefined) return false
      const age = ageWhenSeen(views, 'argocdReconciliations', at)
      return age <= longest && age >= -60 && errors.length === 0
    })
  },
})
