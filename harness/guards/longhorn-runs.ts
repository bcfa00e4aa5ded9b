import { guard } from '../judge/guard.ts'
import { that, the } from '../judge/quantifiers.ts'

/** Longhorn's objects keep their last status when nobody looks after them any more. */
export const longhornRuns = guard({
  name: 'longhorn-runs',
  says: 'Longhorn’s manager is ready on every node that it is meant for',
  covers: (fact, subject) => subject === 'lab' && fact.startsWith('longhorn'),
  holds: ({ lab }) => {
    const { desired, isObserved, ready, updated } = the(
      lab.kubeWorkloads,
      'DaemonSet longhorn-system/longhorn-manager',
      ({ kind, name, namespace }) =>
        kind === 'DaemonSet' && namespace === 'longhorn-system' && name === 'longhorn-manager',
    )
    that(
      isObserved && ready > 0 && ready === desired && updated === desired,
      'longhorn-manager is ready, in its newest version',
      { desired, ready, updated, isObserved },
    )
  },
})
