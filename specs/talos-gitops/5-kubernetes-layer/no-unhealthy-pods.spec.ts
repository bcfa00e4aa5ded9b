import { all, control, every } from '#harness'

const TROUBLES = [
  'CrashLoopBackOff',
  'ImagePullBackOff',
  'ErrImagePull',
  'InvalidImageName',
  'CreateContainerConfigError',
  'CreateContainerError',
  'RunContainerError',
  'ErrImageNeverPull',
  'ImageInspectError',
  'PostStartHookError',
]

interface Seen {
  readonly name: string
  readonly namespace: string
  readonly phase: string
  readonly statuses: readonly {
    readonly reason?: string
    readonly restarts: number
    readonly lastEndedAt?: string
  }[]
}

const shown = ({ name, namespace, phase, statuses }: Seen) => ({
  namespace,
  name,
  phase,
  reasons: statuses.flatMap(({ reason }) => (reason === undefined ? [] : [reason])),
  restarts: Math.max(0, ...statuses.map(({ restarts }) => restarts)),
})

control(
  'Every pod runs well: none loops, waits for its image, or is unready for long',
  {
    statement: 'TG-81',
    impact: 'high',
    kind: 'topology',
    standards: ['SI-13', 'SC-5'],
    remedy:
      'Look at the pod: `kubectl -n <namespace> describe pod <pod>` and `kubectl -n <namespace> logs --previous <pod>`.',
  },
  ({ ageSeconds, isRecent, lab, parameter }) => {
    const grace = parameter.seconds('p.pods.grace')
    const window = parameter.seconds('p.pods.restart_window')
    const most = parameter.number('p.pods.max_restarts')
    const { items, ...look } = lab.kubePods
    const pods = { ...look, items: items.filter(({ phase }) => phase !== 'Succeeded') }
    all(
      () =>
        every(
          pods,
          'has no container that cannot run',
          ({ statuses }) => statuses.every(({ reason = '' }) => !TROUBLES.includes(reason)),
          shown,
        ),
      () =>
        every(
          pods,
          'is ready, or young',
          ({ conditions, createdAt, phase }) => {
            const ready = conditions.find(({ type }) => type === 'Ready')
            return (
              (phase === 'Running' && ready?.status === 'True') ||
              (phase !== 'Failed' && isRecent(ready?.changedAt ?? createdAt, grace))
            )
          },
          shown,
        ),
      () =>
        every(
          pods,
          'was not restarted again and again',
          ({ statuses }) =>
            statuses.every(
              ({ lastEndedAt, restarts }) =>
                restarts <= most || (lastEndedAt !== undefined && ageSeconds(lastEndedAt) > window),
            ),
          shown,
        ),
    )
  },
)
