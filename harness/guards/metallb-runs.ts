import { guard } from '../judge/guard.ts'
import { that, the } from '../judge/quantifiers.ts'

const TOLD = ['loadBalancers', 'metallbAnnouncers']

/** A service keeps its address in its status when nobody announces it any more. */
export const metallbRuns = guard({
  name: 'metallb-runs',
  says: 'MetalLB’s controller and speakers are ready',
  covers: (fact, subject) => subject === 'lab' && TOLD.includes(fact),
  holds: ({ lab }) => {
    for (const name of ['controller', 'speaker']) {
      const { desired, isObserved, ready } = the(
        lab.kubeWorkloads,
        `workload metallb-system/${name}`,
        (workload) => workload.namespace === 'metallb-system' && workload.name === name,
      )
      that(isObserved && ready > 0 && ready >= desired, `every ${name} is ready`, {
        name,
        ready,
        desired,
      })
    }
  },
})
