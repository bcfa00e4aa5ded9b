import { all, control, lastDrill, measured, recoveredWithin, that } from '#harness'

control(
  'What was changed by hand is taken back by ArgoCD, and both stand in the audit log',
  {
    statement: 'TG-146',
    impact: 'high',
    strength: 'target',
    kind: 'recovery',
    standards: ['CM-3', 'SI-7', 'CP-4'],
    remedy:
      'Switch `selfHeal` on for the application, and repeat the drill `plumb drill drift-self-heal`.',
  },
  (views) => {
    const drill = lastDrill(views, 'drift-self-heal')
    const heal = measured(drill, 'heal')

    all(
      () => recoveredWithin(drill, views.parameter.seconds('p.drill.drift.rto')),
      () =>
        that(
          heal.goneSeconds !== undefined &&
            heal.goneSeconds <= views.parameter.seconds('p.drill.drift.rto'),
          'the change is gone in time',
          heal,
        ),
      () =>
        that(
          views.parameter.words('p.argocd.accounts').includes(heal.healedBy ?? ''),
          'it was ArgoCD that took it back',
          heal,
        ),
      () => that(heal.isChangeAudited, 'the audit log has the change', heal),
    )
  },
)
