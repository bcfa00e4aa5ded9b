import { ageWhenSeen } from '../judge/age.ts'
import { guard } from '../judge/guard.ts'
import { every } from '../judge/quantifiers.ts'

const TOLD = new Set(['kubePods', 'kubeNodes', 'apiServerFlags'])

const LONGEST_SECONDS = 120

/** Pods of a dead kubelet run on in the list for five minutes, and its node stays Ready with a dead controller. */
export const kubeletsLive = guard({
  name: 'kubelets-live',
  says: `every kubelet renewed its lease in the last ${LONGEST_SECONDS} s`,
  covers: (fact, subject) => subject === 'lab' && TOLD.has(fact),
  holds: (views) => {
    const { items, ...look } = views.lab.kubeLeases
    every(
      { ...look, items: items.filter(({ namespace }) => namespace === 'kube-node-lease') },
      'was renewed just now',
      ({ renewedAt }) => Math.abs(ageWhenSeen(views, 'kubeLeases', renewedAt)) <= LONGEST_SECONDS,
    )
    every(views.lab.kubeNodes, 'has a lease', ({ name }) =>
      items.some((lease) => lease.namespace === 'kube-node-lease' && lease.name === name),
    )
  },
})
