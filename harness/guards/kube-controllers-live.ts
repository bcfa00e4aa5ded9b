import { ageWhenSeen } from '../judge/age.ts'
import { guard } from '../judge/guard.ts'
import { every } from '../judge/quantifiers.ts'

/** Facts whose status the controllers of the control plane write. */
const WRITTEN = new Set([
  'kubeWorkloads',
  'kubeEndpoints',
  'kubeClaims',
  'kubeVolumes',
  'kubeQuotas',
  'kubeAutoscalers',
  'kubeJobs',
  'kubeCronJobs',
  'disruptionBudgets',
])
/** Whether those who write these run is known from such a status. */
const RESTING =
  /^(argocd(Applications|Reconciliations)|metallbAnnouncers|loadBalancers|cilium(Endpoints|Nodes|Policies)|longhorn\w+)$/

const LONGEST_SECONDS = 60
const NAMES = ['kube-controller-manager', 'kube-scheduler']

/** A status outlives who wrote it: with a dead controller everything stays as well as it was last. */
export const kubeControllersLive = guard({
  name: 'kube-controllers-live',
  says: `scheduler and controller manager renewed their leases in the last ${LONGEST_SECONDS} s`,
  covers: (fact, subject) => subject === 'lab' && (WRITTEN.has(fact) || RESTING.test(fact)),
  holds: (views) => {
    const { items, ...look } = views.lab.kubeLeases
    every(NAMES, 'has a lease', (name) =>
      items.some((lease) => lease.namespace === 'kube-system' && lease.name === name),
    )
    every(
      { ...look, items: items.filter(({ name }) => NAMES.includes(name)) },
      'was renewed just now',
      ({ renewedAt }) => Math.abs(ageWhenSeen(views, 'kubeLeases', renewedAt)) <= LONGEST_SECONDS,
    )
  },
})
