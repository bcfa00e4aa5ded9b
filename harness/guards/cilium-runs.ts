import { guard } from '../judge/guard.ts'
import { that, the } from '../judge/quantifiers.ts'

const TOLD = ['ciliumEndpoints', 'ciliumNodes', 'ciliumPolicies']

/** What an agent wrote of its pods and policies stays when the agent is gone. */
export const ciliumRuns = guard({
  name: 'cilium-runs',
  says: 'an agent of Cilium is ready on every node, and its operator is',
  covers: (fact, subject) => subject === 'lab' && TOLD.includes(fact),
  holds: ({ lab }) => {
    const of = (name: string) =>
      the(
        lab.kubeWorkloads,
        `workload kube-system/${name}`,
        (workload) => workload.namespace === 'kube-system' && workload.name === name,
      )
    const [agents, operator] = [of('cilium'), of('cilium-operator')]
    const nodes = lab.kubeNodes.items.length
    that(agents.isObserved && agents.ready === nodes && nodes > 0, 'every node has an agent', {
      ready: agents.ready,
      nodes,
    })
    that(operator.isObserved && operator.ready > 0, 'the operator is ready', {
      ready: operator.ready,
    })
  },
})
