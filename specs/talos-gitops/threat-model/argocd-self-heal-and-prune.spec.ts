import { all, control, every } from '#harness'

control(
  'Applications undo changes by hand, and remove what left Git',
  {
    statement: 'TG-209',
    impact: 'medium',
    strength: 'target',
    kind: 'configuration',
    standards: ['CM-3', 'SI-7'],
    remedy:
      'Set `selfHeal: true` and `prune: true` under `syncPolicy.automated`; an application that keeps its objects goes into p.argocd.no_prune.',
  },
  ({ lab, parameter }) => {
    const kept = parameter.words('p.argocd.no_prune')
    all(
      () =>
        every(
          lab.argocdApplications,
          'undoes changes by hand',
          ({ automated }) => automated?.isOn === true && automated.heals,
        ),
      () =>
        every(
          lab.argocdApplications,
          'removes what left Git',
          ({ automated, name }) => automated?.prunes === true || kept.includes(name),
        ),
    )
  },
)
