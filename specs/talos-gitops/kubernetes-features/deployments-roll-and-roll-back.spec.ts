import { all, control, every } from '#harness'
import { placed } from '../shown.ts'

control(
  'Deployments roll to a new revision, and keep older ones to go back to',
  {
    statement: 'TG-89',
    impact: 'medium',
    kind: 'configuration',
    standards: ['CM-3', 'CP-10'],
    remedy:
      'Set `strategy.type: RollingUpdate` and `revisionHistoryLimit: 3` in the manifest; name a deployment whose volume one node at a time can mount in p.apps.exempt_from_rolling.',
  },
  ({ lab, parameter }) => {
    const exempt = parameter.words('p.apps.exempt_from_rolling')
    const { items, ...look } = lab.kubeWorkloads
    const deployments = { ...look, items: items.filter(({ kind }) => kind === 'Deployment') }
    all(
      () =>
        every(
          deployments,
          'rolls',
          ({ name, namespace, strategy }) =>
            strategy === 'RollingUpdate' || exempt.includes(`${namespace}/${name}`),
          ({ name, namespace, strategy }) => ({ namespace, name, strategy }),
        ),
      () =>
        every(
          deployments,
          'keeps older revisions',
          ({ historyLimit }) => historyLimit >= 1,
          placed,
        ),
      () =>
        every(
          deployments,
          'is not stuck on its way to a new revision',
          ({ conditions, isObserved }) =>
            isObserved &&
            !conditions.some(
              ({ type, status }) =>
                (type === 'Progressing' && status === 'False') ||
                (type === 'ReplicaFailure' && status === 'True'),
            ),
          ({ conditions, name, namespace }) => ({ namespace, name, conditions }),
        ),
    )
  },
)
