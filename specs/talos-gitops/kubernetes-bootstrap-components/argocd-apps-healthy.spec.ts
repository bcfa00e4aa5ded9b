import { control, every } from '#harness'

control(
  'Every application is healthy',
  {
    statement: 'TG-129',
    impact: 'high',
    kind: 'topology',
    standards: ['SI-13'],
    remedy:
      'Find the resource that is not: `argocd app resources <application>`, then `kubectl describe` it.',
  },
  ({ isRecent, lab, parameter }) => {
    const longest = parameter.seconds('p.argocd.progress')
    const suspended = parameter.words('p.argocd.suspended')
    every(
      lab.argocdApplications,
      'is healthy',
      ({ health, healthChangedAt, name, sync }) =>
        // What could not be compared keeps the health that it had.
        sync !== 'Unknown' &&
        (health === 'Healthy' ||
          (health === 'Suspended' && suspended.includes(name)) ||
          (health === 'Progressing' &&
            healthChangedAt !== undefined &&
            isRecent(healthChangedAt, longest))),
      ({ health, healthChangedAt, name, sync }) => ({ name, health, healthChangedAt, sync }),
    )
  },
)
