import { all, control, every } from '#harness'

const TROUBLES = [
  'CrashLoopBackOff',
  'ImagePullBackOff',
  'ErrImagePull',
  'InvalidImageName',
  'CreateContainerConfigError',
  'CreateContainerError',
  'RunContainerError',
]

/** Since when it is not ready, in seconds: since it was made, when it never was. */
const unreadySince = (
  {
    conditions,
    createdAt,
  }: {
    readonly conditions: readonly { readonly type: string; readonly changedAt?: string }[]
    readonly createdAt: string
  },
  ageSeconds: (at: string) => number,
): number => ageSeconds(conditions.find(({ type }) => type === 'Ready')?.changedAt ?? createdAt)

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
  ({ ageSeconds, lab, parameter }) => {
    const grace = parameter.seconds('p.pods.grace')
    const window = parameter.seconds('p.pods.restart_window')
    const most = parameter.number('p.pods.max_restarts')
    const { items, ...look } = lab.kubePods
    const pods = { ...look, items: items.filter(({ phase }) => phase !== 'Succeeded') }
    all(
      () =>
        every(pods, 'has no container that cannot run', ({ statuses }) =>
          statuses.every(({ reason = '' }) => !TROUBLES.includes(reason)),
        ),
      () =>
        every(
          pods,
          'is ready, or young',
          ({ conditions, createdAt, phase }) =>
            (phase === 'Running' &&
              conditions.some(({ type, status }) => type === 'Ready' && status === 'True')) ||
            (phase !== 'Failed' && unreadySince({ conditions, createdAt }, ageSeconds) <= grace),
        ),
      () =>
        every(pods, 'was not restarted again and again', ({ statuses }) =>
          statuses.every(
            ({ lastEndedAt, restarts }) =>
              restarts <= most || (lastEndedAt !== undefined && ageSeconds(lastEndedAt) > window),
          ),
        ),
    )
  },
)
