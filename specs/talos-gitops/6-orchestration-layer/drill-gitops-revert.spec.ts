import { all, control, every, lastDrill, measured, none, same, that } from '#harness'

control(
  'A reverted commit takes the application back, with no hand on ArgoCD',
  {
    statement: 'TG-106',
    impact: 'high',
    kind: 'recovery',
    standards: ['CP-10', 'CM-3', 'CP-4'],
    remedy:
      'Repeat the drill `plumb drill gitops-revert`; where a revision never arrived, see the conditions of the application and of the repository in ArgoCD.',
  },
  (views) => {
    const drill = lastDrill(views, 'gitops-revert')
    const revisions = measured(drill, 'revisions')

    all(
      () => that(drill.result === 'recovered', 'the drill ended well', { result: drill.result }),
      () =>
        same(
          revisions.map(({ what }) => what),
          ['change', 'revert'],
          'steps of the drill',
        ),
      () =>
        every(
          revisions,
          'was synced and healthy in time',
          ({ pushedAt, syncedAt }) =>
            syncedAt !== undefined &&
            Date.parse(syncedAt) >= Date.parse(pushedAt) &&
            (Date.parse(syncedAt) - Date.parse(pushedAt)) / 1000 <=
              views.parameter.seconds('p.drill.gitops.rto'),
        ),
      () => none(revisions, 'was synced by a person', ({ trigger }) => trigger === 'person'),
    )
  },
)
