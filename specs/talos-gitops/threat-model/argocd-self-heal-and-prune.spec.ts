import { all, control, every } from '#harness'

interface Seen {
  readonly name: string
  readonly automated?: object
}

const shown = ({ automated, name }: Seen) => ({ name, automated })

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
          shown,
        ),
      () =>
        every(
          lab.argocdApplications,
          'removes what left Git',
          ({ automated, name }) => automated?.prunes === true || kept.includes(name),
          shown,
        ),
    )
  },
)
