import { ageWhenSeen, all, control, every, that } from '#harness'

control(
  'Every application was compared with Git just now, and Git is asked regularly',
  {
    statement: 'TG-129',
    impact: 'high',
    kind: 'observability',
    standards: ['CA-7', 'CM-3'],
    remedy:
      'Read the condition (`argocd app get <application>`), then the log of argocd-repo-server; `timeout.reconciliation` of argocd-cm must not be 0.',
  },
  (views) => {
    const longest = views.parameter.seconds('p.argocd.fresh')
    all(
      () =>
        every(views.lab.argocdReconciliations, 'was compared just now, and not in vain', (one) => {
          const { at, errors } = one
          const age = at === undefined ? undefined : ageWhenSeen(views, 'argocdReconciliations', at)
          return age !== undefined && age <= longest && age >= -60 && errors.length === 0
        }),
      () => {
        const interval = views.lab.argocdConfig['timeout.reconciliation'] ?? '120s'
        that(!/^0/.test(interval), 'Git is asked regularly', { 'timeout.reconciliation': interval })
      },
    )
  },
)
